import { describe, expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow } from '../fixtures/open-window.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';

// the longest subject the decree's input standard keeps, in words and as one word
const subjects = { 'nhiều chữ': 'rà soát trụ sở dôi dư '.repeat(23).slice(0, 500).trim(), 'một chữ liền': 'W'.repeat(500) };
const zooms = [1, 1.25, 1.5];
const screens = [[1024, 768], [1366, 768], [1920, 1080]] as const;

describe.each(Object.entries(subjects))('trích yếu dài nhất, %s', (_name, subject) => {
  test('bàn soạn không rộng hơn cửa sổ; tiêu đề cắt bằng «…», cả câu ở lời nhắc', async () => {
    let id = 0;
    const { page, engine } = await openWindow({
      before: async (opened) => {
        await withDemonstration(opened);
        id = (await clientOf(opened).outgoing.draft(sampleLetter({ subject, obligations: [] }))).id;
      },
    });
    expect((await clientOf(engine).outgoing.get({ id })).subject).toBe(subject);
    await page.evaluate((line) => (location.hash = `#/soan-thao/${line}`), id);
    const title = page.getByRole('heading', { level: 1 });
    await expect.poll(() => title.getAttribute('title')).toBe(subject);
    for (const [width, height] of screens) {
      for (const zoom of zooms) {
        await page.setViewportSize({ width: Math.floor(width / zoom), height: Math.floor(height / zoom) });
        const seen = await title.evaluate((heading) => ({ wider: document.documentElement.scrollWidth - innerWidth, right: heading.getBoundingClientRect().right - innerWidth, cut: heading.scrollWidth > heading.clientWidth }));
        expect(seen.wider, `${width} px, ${zoom * 100} %`).toBeLessThanOrEqual(0);
        expect(seen.right, `${width} px, ${zoom * 100} %`).toBeLessThanOrEqual(0);
        expect(seen.cut).toBe(true);
        // the day is whole wherever the search can still give way
        if (width / zoom >= 1000) expect(await page.getByText('Thứ Sáu 20/11/2026').evaluate((day) => day.scrollWidth - day.clientWidth)).toBe(0);
      }
    }
  });
});
