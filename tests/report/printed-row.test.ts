import { describe, expect, it } from 'vitest';
import { bookForm } from '../../shared/report/book-form.ts';
import { blankRow, cellText, isStruck, rowOf } from '../../shared/report/printed-row.ts';
import { incomingLine, outgoingLine } from '../fixtures/book-lines.ts';

const note = (line: Parameters<typeof rowOf>[1]) => rowOf(line.kind, line)?.cells.at(-1);

describe('một dòng của sổ in', () => {
  it('sổ đến: ngày đến, số đến, tác giả, số ký hiệu, ngày văn bản, trích yếu, người nhận, ngày chuyển; ký nhận để trống', () => {
    expect(rowOf('incoming', incomingLine())?.cells).toEqual(['2026-11-20', 1247, 'Sở Tài chính', '2953/STC-NS', '2026-11-18', 'Công văn: đối chiếu kinh phí cấp bù', 'Phòng Tổng hợp', '2026-11-20', null, null]);
  });

  it('sổ đi: đủ mười cột, ký nhận ghi lại khi đã có', () => {
    expect(rowOf('outgoing', outgoingLine({ receipt: 'Lê Hoa', recipients: 'Như trên; Thường trực Tỉnh ủy; UBND các xã, phường; Như Điều 3' }))?.cells).toEqual([
      '146/UBND-VP', '2026-11-20', 'Công văn: rà soát trụ sở dôi dư', 'Trần Minh Khôi', 'UBND các xã, phường; Thường trực Tỉnh ủy', 'VT, TH', 7, '2026-11-20', 'Lê Hoa', null,
    ]);
  });

  it('sổ gửi bưu điện: chỉ văn bản đã gửi; số bì và dấu bưu điện ghi tay', () => {
    expect(rowOf('post', outgoingLine())?.cells).toEqual(['2026-11-20', '146/UBND-VP', 'UBND các xã, phường', null, null, null]);
    expect(rowOf('post', outgoingLine({ sentDate: null }))).toBeNull();
  });

  it('sổ theo dõi giải quyết: văn bản gộp một ô, hạn, tiến độ, số trả lời', () => {
    expect(rowOf('handling', incomingLine({ handling: 'done', replyCode: '12/UBND-TH' }))?.cells).toEqual([
      1247, 'Công văn số 2953/STC-NS ngày 18/11/2026 của Sở Tài chính', 'Phòng Tổng hợp', '2026-12-01', 'Đã giải quyết', '12/UBND-TH', null,
    ]);
    expect(rowOf('handling', incomingLine({ typeName: null, code: '', issuedDate: null }))?.cells[1]).toBe('Văn bản của Sở Tài chính');
  });

  it('dòng của sổ này không đứng trong sổ kia; sổ sử dụng bản lưu chỉ có dòng kẻ', () => {
    expect(rowOf('outgoing', incomingLine())).toBeNull();
    expect(rowOf('incoming', outgoingLine())).toBeNull();
    expect(rowOf('archive-use', incomingLine())).toBeNull();
    expect(blankRow(bookForm('archive-use')).cells).toEqual(Array<null>(9).fill(null));
  });

  it.each([
    ['về việc thành lập Tổ công tác', 'Quyết định', 'Quyết định về việc thành lập Tổ công tác'],
    ['Về việc đề nghị hỗ trợ kinh phí', 'Tờ trình', 'Tờ trình về việc đề nghị hỗ trợ kinh phí'],
    ['V/v góp ý dự thảo', 'Công văn', 'Công văn V/v góp ý dự thảo'],
    ['báo cáo tháng 10', 'Báo cáo', 'Báo cáo tháng 10'],
    ['giao chỉ tiêu năm 2027', null, 'giao chỉ tiêu năm 2027'],
    ['', 'Giấy mời', 'Giấy mời'],
  ])('trích yếu «%s» của loại %s', (subject, typeName, printed) => {
    expect(rowOf('incoming', incomingLine({ subject, typeName }))?.cells[5]).toBe(printed);
  });

  it.each([['12a', '12a'], ['5', 5], ['007', '007'], ['0', '0']] as const)('số đến %s', (number, cell) => {
    expect(rowOf('incoming', incomingLine({ number }))?.cells[1]).toBe(cell);
  });
});

describe('ghi chú nói rõ dòng khác thường', () => {
  it.each([
    [incomingLine({ status: 'cancelled', cancelReason: 'vào trùng số 1240' }), 'Hủy: vào trùng số 1240'],
    [incomingLine({ status: 'recalled' }), 'Nơi gửi thu hồi'],
    [incomingLine({ priority: 3, note: 'bản fax' }), 'Hỏa tốc; bản fax'],
    [incomingLine({ backdated: 'máy hỏng hôm trước' }), 'Vào sổ lùi ngày: máy hỏng hôm trước'],
    [incomingLine({ backdated: '' }), 'Vào sổ lùi ngày'],
    [outgoingLine({ status: 'reserved', reservedReason: 'chờ Chủ tịch ký' }), 'Giữ số: chờ Chủ tịch ký'],
    [outgoingLine({ status: 'issued', reservedReason: 'chờ ký' }), 'Giữ số: chờ ký'],
    [outgoingLine({ status: 'corrected', byCode: '150/UBND-VP' }), 'Đính chính bằng 150/UBND-VP'],
    [outgoingLine({ status: 'replaced', byCode: '151/UBND-VP', note: 'đã báo nơi nhận' }), 'Thay thế bằng 151/UBND-VP; đã báo nơi nhận'],
    [outgoingLine({ status: 'recalled', cancelReason: 'gửi nhầm' }), 'Thu hồi: gửi nhầm'],
    [outgoingLine({ status: 'cancelled', cancelReason: 'sai số', backdated: 'bù ngày nghỉ' }), 'Hủy: sai số; Vào sổ lùi ngày: bù ngày nghỉ'],
    [outgoingLine({ status: 'sent' }), null],
  ])('%#', (line, expected) => {
    expect(note(line)).toBe(expected);
  });

  it('dòng hủy bị gạch ngang trừ ghi chú, số vẫn đọc được', () => {
    const row = rowOf('incoming', incomingLine({ status: 'cancelled', cancelReason: 'trùng' }));
    expect(row?.cells[1]).toBe(1247);
    expect(row?.cells.map((_, at) => isStruck(row, at))).toEqual([...Array<boolean>(9).fill(true), false]);
    const open = rowOf('incoming', incomingLine());
    expect(open?.cells.some((_, at) => isStruck(open, at))).toBe(false);
  });
});

it('ô ngày đọc là ngày/tháng/năm, chữ không phải ngày giữ nguyên', () => {
  expect(cellText({ kind: 'date' }, '2026-11-05')).toBe('05/11/2026');
  expect(cellText({ kind: 'date' }, 'cuối tháng')).toBe('cuối tháng');
  expect(cellText({ kind: 'number' }, 7)).toBe('7');
  expect(cellText({ kind: 'text' }, null)).toBe('');
});
