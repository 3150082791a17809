import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

/** What can be worked with and lies, in part or whole, under a word of what was done. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const words = [...document.querySelectorAll('[role="alert"]')].filter((word) => word.closest('.mantine-Notifications-root'));
    if (words.length === 0) throw new Error('no word of what was done is there');
    const places = words.map((word) => word.getBoundingClientRect());
    return [...document.querySelectorAll('button, a[href], input, textarea, select, [role="row"], [role="option"], [contenteditable="true"]')]
      .filter((part) => !words.some((word) => word.contains(part)))
      .filter((part) => {
        const { left, right, top, bottom, width, height } = part.getBoundingClientRect();
        const seen = part.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
        return seen && places.some((place) => left < place.right - 1 && right > place.left + 1 && top < place.bottom - 1 && bottom > place.top + 1 && isOver(part, place));
      })
      .map((part) => `${part.tagName} ${part.getAttribute('aria-label') ?? part.textContent ?? ''}`.slice(0, 80));

    /** Whether the part is to be seen there but for the word: a list that scrolls has rows below its edge that nobody sees. */
    function isOver(part: Element, place: DOMRect): boolean {
      for (let box = part.parentElement; box; box = box.parentElement) {
        const { overflowY } = getComputedStyle(box);
        if (overflowY !== 'visible' && box.getBoundingClientRect().bottom <= place.top + 1) return false;
      }
      return true;
    }
  });

describe.each([[1366, 768], [1024, 768]])('%i × %i', (width, height) => {
  test('ba lời báo cùng lúc trên danh sách: dòng, nút, ngăn chi tiết nhích lên, không gì bị che', async () => {
    const { page, engine } = await openWindow({ width, height, before: withDemonstration, at: '#/van-ban-di?view=numbered' });
    const [line] = (await clientOf(engine).outgoing.list({ view: 'numbered', limit: 1 })).rows;
    const [address] = page.url().split('#');
    await page.goto(`${address}#/sao-luu`);
    for (let turn = 0; turn < 3; turn += 1) {
      await page.getByRole('button', { name: /^Sao lưu ngay/ }).first().click();
      await page.locator('.mantine-Notifications-root').getByRole('alert').nth(turn).waitFor();
    }
    await page.goto(`${address}#/van-ban-di?view=numbered&id=${line?.id}`);
    await page.getByRole('row').nth(2).waitFor();
    expect(await covered(page)).toEqual([]);
    expect(await seriousViolations(page)).toEqual([]);
  });
});
