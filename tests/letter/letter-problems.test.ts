import { describe, expect, it } from 'vitest';
import type { Appendix } from '../../shared/letter/letter.ts';
import { impossibleParts, missingParts, unclearCells } from '../../shared/letter/letter-problems.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';

const fields = (changes: Parameters<typeof sampleLetter>[0]): string[] => missingParts(sampleLetter(changes)).map((problem) => problem.field);

describe('văn bản còn thiếu gì', () => {
  it('văn bản mẫu đủ để cấp số', () => expect(missingParts(sampleLetter())).toEqual([]));

  it.each(['', ' ', '\u200B', '\u00AD\u2060', '\u3164', '\u2800', '***', '-', '…', '\\|'])('«%s» không nói gì: như chưa ghi', (text) => {
    expect(fields({ subject: text })).toEqual(['subject']);
    expect(fields({ body: `${text}\n${text}` })).toEqual(['body']);
    expect(fields({ addressees: [text, text] })).toEqual(['addressees']);
    expect(fields({ signer: { competence: null, position: text, fullName: null } })).toEqual(['signer.position']);
  });

  it.each(['V/v', 'v/v:', 'Về việc', 'V/v Về việc'])('trích yếu chỉ có «%s» là chưa có', (subject) => expect(fields({ subject })).toEqual(['subject']));

  it('dấu lẻ bên cạnh chữ không làm mất chữ', () => {
    expect(fields({ subject: '5', body: '**Hết', addressees: ['- Sở C;'], signer: { competence: null, position: 'CHỦ TỊCH\u200B', fullName: null } })).toEqual([]);
  });
});

describe('phụ lục không in được đúng', () => {
  const table = (rows: Appendix['rows'], total = true): Partial<ReturnType<typeof sampleLetter>> => ({
    appendices: [{ title: 'Thu', columns: [{ header: 'TT', kind: 'ordinal' }, { header: 'Nơi', kind: 'text' }, { header: 'Thu', kind: 'number', total }], rows }],
  });
  const unclear = (rows: Appendix['rows'], total = true): string[] => unclearCells(sampleLetter(table(rows, total))).map((problem) => problem.field);

  it('ô số dài quá thì chỉ đúng ô', () => expect(unclear([['A', 1], ['B', '123.456.789.012.345.678']])).toEqual(['appendices.0.rows.1.1']));
  it('số lẻ quá nhỏ ở cột chữ cũng không in thành 0', () => expect(unclear([[-1e-9, 1]])).toEqual(['appendices.0.rows.0.0']));

  it('từng ô giữ được mà tổng thì không: nói tên cột; cột không cộng thì thôi', () => {
    const rows = Array.from({ length: 11 }, (_, at) => [`Nơi ${at}`, 999_999_999_999_999]);
    expect(unclear(rows)).toEqual(['appendices.0.columns']);
    expect(unclearCells(sampleLetter(table(rows)))[0]?.message).toContain('«Thu»');
    expect(unclear(rows, false)).toEqual([]);
    expect(unclear([['A', 100_000_000_000], ['B', 0.000001]])).toEqual(['appendices.0.columns']);
  });
});

it('nội dung quá dài: nói bằng số viết theo lối Việt Nam', () => {
  expect(impossibleParts(sampleLetter({ body: 'a'.repeat(500_001) })).map((problem) => problem.message)).toEqual([expect.stringContaining('500.001 ký tự, quá giới hạn 500.000')]);
});
