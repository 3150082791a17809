import { expect, test } from 'vitest';
import { pressMatches } from '../../renderer/lib/shortcut.ts';

const press = (key: string, code: string, held: { ctrlKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {}) => ({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test('phím tắt nhận theo phím trên bàn phím, bộ gõ hay Caps Lock không làm đổi', () => {
  expect(pressMatches(press('n', 'KeyN'), 'N')).toBe(true);
  expect(pressMatches(press('N', 'KeyN'), 'N')).toBe(true);
  expect(pressMatches(press('đ', 'KeyS', { ctrlKey: true }), 'Ctrl+S')).toBe(true);
  expect(pressMatches(press('!', 'Digit1', { altKey: true }), 'Alt+1')).toBe(true);
  expect(pressMatches(press('F9', 'F9'), 'F9')).toBe(true);
  expect(pressMatches(press('/', 'Slash'), '/')).toBe(true);
});

test('thêm Ctrl hay Alt là phím khác', () => {
  expect(pressMatches(press('n', 'KeyN', { ctrlKey: true }), 'N')).toBe(false);
  expect(pressMatches(press('F9', 'F9', { altKey: true }), 'F9')).toBe(false);
  expect(pressMatches(press('1', 'Digit1'), 'Alt+1')).toBe(false);
});

test('mũi tên, Esc, cộng, trừ ghi như trên phím; dấu cộng gõ có Shift hay không đều được', () => {
  expect(pressMatches(press('ArrowLeft', 'ArrowLeft'), '←')).toBe(true);
  expect(pressMatches(press('ArrowLeft', 'ArrowLeft', { shiftKey: true }), '←')).toBe(false);
  expect(pressMatches(press('ArrowRight', 'ArrowRight', { shiftKey: true }), 'Shift+→')).toBe(true);
  expect(pressMatches(press('Escape', 'Escape'), 'Esc')).toBe(true);
  expect(pressMatches(press('+', 'Equal', { shiftKey: true }), '+')).toBe(true);
  expect(pressMatches(press('=', 'Equal'), '+')).toBe(true);
  expect(pressMatches(press('+', 'NumpadAdd'), '+')).toBe(true);
  expect(pressMatches(press('-', 'Minus'), '−')).toBe(true);
  expect(pressMatches(press('-', 'Minus', { ctrlKey: true }), '−')).toBe(false);
  expect(pressMatches(press('+', 'Equal', { shiftKey: true }), '−')).toBe(false);
});
