import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { afterFailure, letterKeeper } from '../../renderer/features/letter/keep-letter.ts';
import { openingOf } from '../../renderer/features/letter/letter-opening.ts';
import { refusalCode } from '../../renderer/lib/refusal-sentence.ts';
import { emptyLetter, type Letter } from '../../shared/letter/letter.ts';
import { fixedClock, openEngine, type Client } from '../fixtures/open-engine.ts';

const letter = (subject: string, rest: Partial<Letter> = {}): Letter => ({ ...emptyLetter('SNV-VP'), subject, ...rest });

/** The real engine behind a line on which, while `cut`, answers are lost after the work is done. */
function opened() {
  const { client } = openEngine();
  const wire = { cut: false };
  const losing = <Input, Output>(call: (input: Input) => Promise<Output>) => async (input: Input): Promise<Output> => {
    const answer = await call(input);
    if (wire.cut) throw new TypeError('Failed to fetch');
    return answer;
  };
  const { outgoing } = client;
  const cuttable = { draft: losing(outgoing.draft), update: losing(outgoing.update), get: outgoing.get, list: outgoing.list } as unknown as Client['outgoing'];
  return { client, wire, keep: letterKeeper(cuttable, fixedClock), outgoing };
}

const drafts = async (client: Client): Promise<string[]> => (await client.outgoing.list({ status: 'draft', limit: 50 })).rows.map(({ subject }) => subject);

test('mất câu trả lời của lần lưu đầu: lần sau tìm lại đúng dự thảo ấy, không làm thêm dự thảo', async () => {
  const { client, wire, keep } = opened();
  await client.outgoing.draft({ ...letter('văn bản khác'), incomplete: true });
  wire.cut = true;
  await expect(keep(null, letter('tăng cường'))).rejects.toThrow('Failed to fetch');
  wire.cut = false;
  const line = await keep(null, letter('tăng cường kiểm tra', { recipients: [{ name: 'Như trên' }] }));
  expect(line.revision).toBe(2);
  expect(await drafts(client)).toEqual(['tăng cường kiểm tra', 'văn bản khác']);
});

test('mất câu trả lời của lần sửa: không coi chữ của chính mình là của người khác', async () => {
  const { client, wire, keep } = opened();
  const line = await keep(null, letter('một'));
  wire.cut = true;
  await expect(keep(line, letter('một hai'))).rejects.toThrow('Failed to fetch');
  await expect(keep(line, letter('một hai ba'))).rejects.toThrow('Failed to fetch');
  wire.cut = false;
  const kept = await keep(line, letter('một hai ba bốn'));
  expect((await client.outgoing.get({ id: kept.id })).subject).toBe('một hai ba bốn');
  expect((await client.outgoing.get({ id: kept.id })).revision).toBe(kept.revision);
});

test('người khác đã sửa thì từ chối, chữ của họ còn nguyên', async () => {
  const { client, keep } = opened();
  const line = await keep(null, letter('chung'));
  await client.outgoing.update({ ...letter('của bàn kia'), ...line, incomplete: true });
  const refused = await keep(line, letter('của bàn này')).catch((error: unknown) => error);
  expect(refusalCode(refused)).toBe('CHANGED_MEANWHILE');
  expect(afterFailure(refused)).toBe('overtaken');
  expect((await client.outgoing.get({ id: line.id })).subject).toBe('của bàn kia');
});

test('sau một câu trả lời bị mất, chữ của người khác vẫn không bị đè', async () => {
  const { client, wire, keep } = opened();
  const line = await keep(null, letter('chung'));
  wire.cut = true;
  await expect(keep(line, letter('của bàn này'))).rejects.toThrow();
  wire.cut = false;
  await client.outgoing.update({ ...letter('của bàn kia'), id: line.id, incomplete: true });
  await expect(keep(line, letter('của bàn này nữa'))).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  expect((await client.outgoing.get({ id: line.id })).subject).toBe('của bàn kia');
});

test('ô quá dài thì chờ người sửa, đã cấp số thì thôi, mất đường thì thử lại', async () => {
  const { client, keep } = opened();
  expect(afterFailure(await keep(null, letter('x', { addressees: ['x'.repeat(501)] })).catch((error: unknown) => error))).toBe('mend');
  await client.settings.update({ office: { name: 'SỞ NỘI VỤ', place: 'An Bình' } });
  const full = letter('x', { addressees: ['Sở Tài chính'], body: 'Nội dung.', signer: { competence: null, position: 'GIÁM ĐỐC', fullName: null } });
  const line = await keep(null, full);
  await client.outgoing.issue({ id: line.id });
  expect(afterFailure(await keep(line, full).catch((error: unknown) => error))).toBe('overtaken');
  expect(afterFailure(new TypeError('Failed to fetch'))).toBe('again');
  expect(afterFailure(new ORPCError('INTERNAL_SERVER_ERROR', { data: { reference: '00aa' } }))).toBe('again');
});

test('mở lại: chỉ lấy lại không hỏi khi dòng trong sổ chưa đổi', async () => {
  const { client, keep } = opened();
  const line = await keep(null, letter('trong sổ'));
  const stored = await client.outgoing.get({ id: line.id });
  const aside = { mark: 'm', letter: letter('gõ dở'), revision: line.revision, at: 1 };
  expect(openingOf(stored, null)).toBe('book');
  expect(openingOf(stored, aside)).toBe('aside');
  expect(openingOf(stored, { ...aside, revision: 0 })).toBe('ask');
  expect(openingOf(stored, { ...aside, letter: letter('  trong  sổ '), revision: 0 })).toBe('book');
  expect(openingOf({ ...stored, status: 'issued' }, aside)).toBe('ask');
  expect(openingOf(null, { ...aside, revision: null })).toBe('ask');
  expect(openingOf(null, { ...aside, revision: null }, 'm')).toBe('aside');
});
