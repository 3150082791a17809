import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { chapterOfAddress, doorChapters, guideChapters } from '../../renderer/app/guide-chapters.ts';
import { GuideText } from '../../renderer/features/guide/guide-text.tsx';
import { readGuide, searchGuide } from '../../renderer/features/guide/read-guide.ts';
import { letterKeys } from '../../renderer/lib/letter-keys.ts';
import { foldedWords } from '../../renderer/lib/marked-words.ts';

const read = (name: string): string => readFileSync(new URL(`../../resources/${name}`, import.meta.url), 'utf8');
const guide = readGuide(read('user-guide.md'));
const titles = guide.chapters.map(({ title }) => title);
const drawn = (markdown: string, typed = ''): string => renderToStaticMarkup(createElement(GuideText, { tokens: readGuide(markdown).chapters.flatMap(({ tokens }) => tokens), words: foldedWords(typed) }));

describe('chương của từng màn hình', () => {
  test('mọi màn hình, cả lần mở đầu và màn hình cứu sổ, có chương và chương ấy có thật', () => {
    const wanted = [...Object.values(guideChapters), ...Object.values(doorChapters)];
    expect(wanted.filter((title) => !titles.includes(title))).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
    expect(guide.chapters.filter(({ text }) => text.trim().length < 100).map(({ title }) => title)).toEqual([]);
  });

  test.each([
    ['#/van-ban-den?view=late&id=4', 'Danh sách văn bản đến, đi'],
    ['#/van-ban-den/moi', 'Vào sổ văn bản đến'],
    ['#/van-ban-den/12/sua?quay-lai=1', 'Vào sổ văn bản đến'],
    ['#/soan-thao/moi', 'Soạn một công văn'],
    ['#/danh-ba?phan=lich', 'Danh bạ'],
    ['', 'Bàn làm việc'],
    ['#/khong-co', 'Bàn làm việc'],
  ])('%s → %s', (hash, chapter) => {
    expect(chapterOfAddress(hash)).toBe(chapter);
  });
});

describe('đọc hướng dẫn', () => {
  test('chương theo đề mục; danh sách, phím, chữ trong câu thành đúng phần', () => {
    expect(titles[0]).toBe('Hướng dẫn dùng');
    const html = drawn('# A\n\n## B\n\n1. Bấm **Ctrl+Shift+F**, **N** rồi **gõ** `stc`\n2. hai\n\n- x\n\n> trích\n\n| a | b |\n|---|---|\n| 1 | 2 |\n');
    expect(html).toBe('<ol start="1"><li>Bấm <kbd>Ctrl+Shift+F</kbd>, <kbd>N</kbd> rồi <strong>gõ</strong> <code>stc</code></li><li>hai</li></ol><ul><li>x</li></ul><blockquote><p>trích</p></blockquote><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>');
  });

  test('không có HTML, không địa chỉ nào được mở, không hình nào được tải', () => {
    const html = drawn('# A\n\n<script>alert(1)</script>\n\nchữ <img src=x onerror=alert(1)> ![hình](http://x/y.png) [đi](javascript:alert(1)) <http://x.vn>\n\n<div onclick="x">\n\n```\n<b>\n```\n');
    expect(html).not.toMatch(/<(?!\/?(?:p|pre|ul|ol|li|code|kbd|strong|em)\b)/);
    expect(html).not.toMatch(/<[^>]*(?:href|src|on\w+)=/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('chữ nào cũng đọc được và chỉ ra những phần đã kể', () => {
    const allowed = new Set(['p', 'ol', 'ul', 'li', 'strong', 'em', 'kbd', 'code', 'pre', 'blockquote', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'br', 'hr', 'h4', 'h5', 'mark']);
    const piece = fc.constantFrom('# ', '## ', '- ', '1. ', '**', '*', '_', '`', '```\n', '|', '\n', '\n\n', '<b>', '<script src="//x">', '</div>', '[a](b)', '![a](b)', '[x]: y', '- [ ] ', '&amp;', '&lt;', '~~', '> ', '---\n', 'đường', 'Cấp số', 'http://a.vn', '\\*', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = drawn(pieces.join(''), 'cap');
        for (const [, tag, rest] of html.matchAll(/<\/?([a-z][a-z0-9]*)([^>]*)>/g)) {
          expect(allowed).toContain(tag);
          expect(rest === '' || rest === '/' || /^ (?:start="\d+"|tabindex="0")$/.test(rest ?? '')).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('tìm không dấu: chương có tên ấy đứng trước, câu trích có chữ tìm', () => {
    const hits = searchGuide(guide, foldedWords('cap so'));
    expect(titles[hits[0]?.chapter ?? -1]).toBe('Cấp số');
    for (const { excerpt } of searchGuide(guide, foldedWords('hoan tac'))) expect(excerpt.toLowerCase()).toContain('hoàn tác');
    expect(titles[searchGuide(guide, foldedWords('giu so'))[0]?.chapter ?? -1]).toBe('Cấp số');
    expect(searchGuide(guide, foldedWords('kyxyz'))).toEqual([]);
    expect(searchGuide(guide, [])).toEqual([]);
    expect(drawn('# A\n\nCấp số rồi in', 'cap')).toBe('<p><mark>Cấp</mark> số rồi in</p>');
  });

  test('phím chữ cái nhắc trong hướng dẫn đều là phím đang dùng', () => {
    const known = new Set<string>(Object.values(letterKeys).map(({ key }) => key));
    const told = [...read('user-guide.md').matchAll(/\*\*([A-Z])\*\*/g)].map(([, key]) => key ?? '');
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter((key) => !known.has(key))).toEqual([]);
  });

  test('«Có gì mới» đọc được từng bản', () => {
    const { chapters } = readGuide(read('changelog.md'));
    expect(chapters[0]?.title).toMatch(/^\d+\.\d+\.\d+ \(\d{2}\/\d{2}\/\d{4}\)$/);
    expect(chapters.every(({ text }) => text.trim() !== '')).toBe(true);
  });
});
