import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { browserHost } from '../../renderer/lib/browser-host.ts';
import { withGestureSentences } from '../../renderer/lib/gesture-refused.ts';
import { refusalSentence } from '../../renderer/lib/refusal-sentence.ts';

/** What the shell answers to printing, as the window tells it. */
const told = async (message: string): Promise<string> => {
  const host = withGestureSentences({ ...browserHost, print: () => Promise.reject(new Error(message)) });
  return refusalSentence(await host.print().catch((error: unknown) => error));
};

test('vỏ chương trình từ chối một việc thì câu của nó được nói ra', async () => {
  expect(await told('Chưa in được. Kiểm tra máy in đã bật.')).toBe('Chưa in được. Kiểm tra máy in đã bật.');
});

test('điều không lường trước thì nói một câu bình tĩnh, không lộ tiếng máy', async () => {
  const calm = refusalSentence(new Error('anything'));
  expect(calm).toContain('Những gì đã lưu vẫn còn nguyên');
  expect(await told("Error invoking remote method 'gesture:print': TypeError: x is undefined")).toBe(calm);
  expect(refusalSentence(new ORPCError('INTERNAL_SERVER_ERROR'))).toBe(calm);
  expect(refusalSentence(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Mã tra cứu 00aa.', data: { reference: '00aa' } }))).toBe('Mã tra cứu 00aa.');
});
