import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLetterSession, type AfterFailure, type SessionPorts } from '../../renderer/features/letter/letter-session.ts';
import { emptyLetter, type Letter } from '../../shared/letter/letter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Call {
  id: number | null;
  subject: string;
}

/** A book that keeps letters after 100 ms, or refuses while `down`; what comes after a refusal is `next`. */
function book() {
  const calls: Call[] = [];
  const aside = new Map<number | null, Letter>();
  const state = { down: false, next: 'again' as AfterFailure, made: 7, atOnce: 0, most: 0 };
  const ports: SessionPorts = {
    keep: async (line, letter) => {
      calls.push({ id: line?.id ?? null, subject: letter.subject });
      state.atOnce += 1;
      state.most = Math.max(state.most, state.atOnce);
      await new Promise((resolve) => setTimeout(resolve, 100));
      state.atOnce -= 1;
      if (state.down) throw new Error('down');
      return line ? { id: line.id, revision: line.revision + 1 } : { id: state.made, revision: 1 };
    },
    putAside: (line, letter) => void (letter ? aside.set(line?.id ?? null, letter) : aside.delete(line?.id ?? null)),
    afterFailure: () => state.next,
    now: () => new Date(2026, 10, 20, 10, 32),
  };
  return { calls, aside, state, ports };
}

const third = { id: 3, revision: 1 };

test('gõ liền nhau chỉ lưu một lần, lần đầu tạo dự thảo, lần sau sửa chính nó', async () => {
  const { calls, ports } = book();
  const session = createLetterSession({ line: null, letter: emptyLetter() }, ports);
  for (const subject of ['t', 'tă', 'tăng']) {
    session.change({ subject });
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(calls).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.getState()).toMatchObject({ line: { id: 7, revision: 1 }, save: { kind: 'saved' } });
  session.change({ subject: 'tăng cường' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls).toEqual([{ id: null, subject: 'tăng' }, { id: 7, subject: 'tăng cường' }]);
});

test('chữ gõ trong lúc đang lưu được lưu tiếp, không bao giờ hai lần lưu cùng lúc', async () => {
  const { calls, state, ports } = book();
  const session = createLetterSession({ line: third, letter: emptyLetter() }, ports);
  session.change({ subject: 'một' });
  const first = session.flush();
  session.change({ subject: 'hai' });
  const second = session.flush();
  await vi.advanceTimersByTimeAsync(500);
  expect(await first).toBe(true);
  expect(await second).toBe(true);
  expect(calls.at(-1)).toEqual({ id: 3, subject: 'hai' });
  expect(state.most).toBe(1);
});

test('lưu không được thì để riêng, thử lại, được thì thôi', async () => {
  const { calls, aside, state, ports } = book();
  state.down = true;
  const session = createLetterSession({ line: third, letter: emptyLetter() }, ports);
  session.change({ subject: 'một' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.getState().save.kind).toBe('failed');
  expect(aside.get(3)?.subject).toBe('một');
  session.change({ subject: 'một hai' });
  expect(aside.get(3)?.subject).toBe('một hai');
  state.down = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(session.getState().save.kind).toBe('saved');
  expect(aside.size).toBe(0);
  expect(calls.at(-1)?.subject).toBe('một hai');
});

test('không lưu được thì flush nói thật', async () => {
  const { state, ports } = book();
  state.down = true;
  const session = createLetterSession({ line: third, letter: emptyLetter() }, ports);
  session.change({ subject: 'một' });
  const flushed = session.flush();
  await vi.advanceTimersByTimeAsync(200);
  expect(await flushed).toBe(false);
});

test('rời bàn khi sổ không ghi được: thử một lần, để riêng, rồi không tự làm gì nữa', async () => {
  const { calls, aside, state, ports } = book();
  state.down = true;
  const session = createLetterSession({ line: third, letter: emptyLetter() }, ports);
  session.change({ subject: 'bản cũ' });
  await vi.advanceTimersByTimeAsync(1000);
  const closed = session.close();
  await vi.advanceTimersByTimeAsync(200);
  expect(await closed).toBe(false);
  expect(aside.get(3)?.subject).toBe('bản cũ');
  const tries = calls.length;
  state.down = false;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls).toHaveLength(tries);
  expect(aside.get(3)?.subject).toBe('bản cũ');
});

test('rời bàn ngay khi đang lưu: phần gõ thêm được lưu nốt', async () => {
  const { calls, ports } = book();
  const session = createLetterSession({ line: null, letter: emptyLetter() }, ports);
  session.change({ subject: 'một' });
  await vi.advanceTimersByTimeAsync(850);
  session.change({ subject: 'một hai' });
  const closed = session.close();
  await vi.advanceTimersByTimeAsync(500);
  expect(await closed).toBe(true);
  expect(calls).toEqual([{ id: null, subject: 'một' }, { id: 7, subject: 'một hai' }]);
});

test('câu trả lời đến sau khi đã rời bàn vẫn được lưu, không hẹn giờ', async () => {
  const { calls, state, ports } = book();
  const session = createLetterSession({ line: third, letter: emptyLetter() }, ports);
  await session.close();
  session.change({ subject: 'muộn' });
  await vi.advanceTimersByTimeAsync(200);
  expect(calls).toEqual([{ id: 3, subject: 'muộn' }]);
  state.down = true;
  session.change({ subject: 'muộn nữa' });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls).toHaveLength(2);
});

test('bàn mở lại (cùng phiên) thì lưu tiếp phần còn lại', async () => {
  const { calls, ports } = book();
  const session = createLetterSession({ line: third, letter: { ...emptyLetter(), subject: 'lấy lại' }, dirty: true }, ports);
  session.open();
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls).toEqual([{ id: 3, subject: 'lấy lại' }]);
  expect(session.getState()).toMatchObject({ line: { id: 3, revision: 2 }, save: { kind: 'saved' } });
});

test('sổ từ chối vì một ô: không thử mãi, sửa xong thì lưu; lời từ chối còn đó trong lúc lưu lại', async () => {
  const { calls, aside, state, ports } = book();
  Object.assign(state, { down: true, next: 'mend' });
  const session = createLetterSession({ line: third, letter: emptyLetter() }, ports);
  session.change({ subject: 'quá dài' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
  expect(aside.get(3)?.subject).toBe('quá dài');
  state.down = false;
  session.change({ subject: 'vừa' });
  await vi.advanceTimersByTimeAsync(850);
  expect(session.getState().save).toMatchObject({ kind: 'saving', refused: { message: 'down' } });
  await vi.advanceTimersByTimeAsync(200);
  expect(session.getState().save.kind).toBe('saved');
  expect(aside.size).toBe(0);
});

test('dòng đã đổi ở nơi khác: ngừng lưu, vẫn để riêng chữ đang gõ, giữ được thành dự thảo mới', async () => {
  const { calls, aside, state, ports } = book();
  Object.assign(state, { down: true, next: 'overtaken' });
  const session = createLetterSession({ line: third, letter: emptyLetter() }, ports);
  session.change({ subject: 'của tôi' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.getState().save.kind).toBe('overtaken');
  session.change({ subject: 'của tôi nữa' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await session.flush()).toBe(false);
  expect(calls).toHaveLength(1);
  expect(aside.get(3)?.subject).toBe('của tôi nữa');
  state.down = false;
  session.keepAnew();
  await vi.advanceTimersByTimeAsync(200);
  expect(calls.at(-1)).toEqual({ id: null, subject: 'của tôi nữa' });
  expect(session.getState()).toMatchObject({ line: { id: 7 }, save: { kind: 'saved' } });
  expect(aside.size).toBe(0);
});

test('bỏ phần chưa lưu để mở bản mới nhất: không để riêng lại, không lưu nữa', async () => {
  const { calls, aside, state, ports } = book();
  Object.assign(state, { down: true, next: 'overtaken' });
  const session = createLetterSession({ line: third, letter: emptyLetter() }, ports);
  session.change({ subject: 'của tôi' });
  await vi.advanceTimersByTimeAsync(1000);
  session.discard();
  expect(await session.close()).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
  expect(aside.size).toBe(0);
});

test('lưu được bản trước khi chữ mới hơn đang để riêng thì chữ mới hơn vẫn còn để riêng', async () => {
  const { aside, state, ports } = book();
  state.down = true;
  const session = createLetterSession({ line: null, letter: emptyLetter() }, ports);
  session.change({ subject: 'một' });
  await vi.advanceTimersByTimeAsync(1000);
  state.down = false;
  const flushed = session.flush();
  session.change({ subject: 'một hai' });
  await vi.advanceTimersByTimeAsync(150);
  expect([...aside].map(([id, letter]) => [id, letter.subject])).toEqual([[7, 'một hai']]);
  await vi.advanceTimersByTimeAsync(200);
  expect(await flushed).toBe(true);
  expect(aside.size).toBe(0);
});
