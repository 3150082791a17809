import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';

/** What a choice into the directory did, in one sentence; what was left out is said. */
export function chosenSentence({ added, same, leftOut }: { added: number; same: number; leftOut: number }): string {
  const parts = [
    added > 0 ? `Đã thêm ${formatVietnameseNumber(added)} cơ quan vào danh bạ` : 'Danh bạ không thêm cơ quan nào',
    same > 0 ? `${formatVietnameseNumber(same)} đã có từ trước` : '',
    leftOut > 0 ? `bỏ ra ${formatVietnameseNumber(leftOut)} dòng chưa rõ` : '',
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}
