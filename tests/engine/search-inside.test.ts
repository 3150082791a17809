import { expect, test } from 'vitest';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const body = [
  'Thực hiện chỉ đạo của tỉnh, Sở yêu cầu các đơn vị kiểm kê **máy phát điện** dự phòng. Kết quả gửi trước ngày 15/12/2026.',
  '1. Rà soát kho lưu trữ bị dột.',
].join('\n');

async function office() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  const draft = await opened.client.outgoing.draft(sampleLetter({ subject: 'kiểm kê tài sản', body, appendices: [] }));
  return { ...opened, id: draft.id };
}

const inside = async (client: Client, text: string) => (await client.search.all({ text })).hits.filter(({ found }) => found !== null);

test('chữ trong thư: tìm thấy có dấu và không dấu, kèm câu và chữ được đánh dấu', async () => {
  const { client, id } = await office();
  for (const text of ['máy phát điện', 'may phat dien', 'MAY PHAT']) {
    const [hit, ...others] = await inside(client, text);
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ kind: 'outgoing', id, matched: ['body'], found: { where: 'trong thư', sentence: 'Thực hiện chỉ đạo của tỉnh, Sở yêu cầu các đơn vị kiểm kê máy phát điện dự phòng.' } });
    const marked = hit?.found?.marks.map(([start, end]) => hit.found?.sentence.slice(start, end));
    expect(marked).toEqual(text === 'MAY PHAT' ? ['máy', 'phát'] : ['máy', 'phát', 'điện']);
  }
  expect((await inside(client, 'kho luu tru dot'))[0]?.found?.sentence).toBe('1. Rà soát kho lưu trữ bị dột.');
});
