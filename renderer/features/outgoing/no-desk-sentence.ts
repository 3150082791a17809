import type { Outgoing } from '../../../shared/contract/outgoing.ts';

/** Why a line has no page on the desk; null when it was written here and has one. */
export function noDeskSentence({ origin, status, code }: Pick<Outgoing, 'origin' | 'status' | 'code'>): string | null {
  if (origin === 'letter') return null;
  const number = `Số ${code ?? ''}`;
  if (status === 'reserved') return `${number} đang giữ, chưa có văn bản để soạn; dùng số ấy bằng các nút ở ngăn bên phải.`;
  if (status === 'used') return 'Số giữ này đã sang văn bản khác; ngăn bên phải dẫn tới văn bản ấy.';
  if (origin === 'reservation' && status === 'cancelled') return `${number} là số giữ đã hủy, không có văn bản để soạn; ngăn bên phải cho biết ai hủy và vì sao.`;
  const from = origin === 'old-book' ? 'từ sổ cũ nhập vào' : 'là văn bản làm nơi khác';
  return `${number} ${from}, không có trang soạn ở đây; ghi chú, tệp và trạng thái ghi ở ngăn bên phải.`;
}
