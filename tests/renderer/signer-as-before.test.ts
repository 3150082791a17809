import { expect, test } from 'vitest';
import { signerAsBefore } from '../../renderer/features/letter/signer-as-before.ts';

const before = { competence: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', fullName: 'Chu Vi' };

test('người ký như lần trước: chỉ điền ô còn trống, không đổi chữ vừa gõ', () => {
  expect(signerAsBefore({ competence: null, position: '', fullName: 'Chu Vi' }, before)).toEqual(before);
  expect(signerAsBefore({ competence: null, position: 'CHỦ TỊCH', fullName: 'Chu Vi' }, before)).toEqual({ ...before, position: 'CHỦ TỊCH' });
  expect(signerAsBefore({ competence: 'TM. ỦY BAN NHÂN DÂN', position: ' ', fullName: 'Chu Vi' }, before)).toEqual({ ...before, competence: 'TM. ỦY BAN NHÂN DÂN' });
});

test('tên đã đổi thành người khác, hay không còn ô nào trống, thì thôi', () => {
  expect(signerAsBefore({ competence: null, position: '', fullName: 'Người khác' }, before)).toBeNull();
  expect(signerAsBefore({ ...before }, before)).toBeNull();
});
