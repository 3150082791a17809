/** What of a key press tells a shortcut. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Keys that are shown by what stands on them. `+` is often typed without Shift, on the key of `=`. */
const shownKeys: Readonly<Record<string, readonly string[]>> = { '←': ['ArrowLeft'], '→': ['ArrowRight'], Esc: ['Escape'], '+': ['+', '='], '−': ['-', '_'] };
/** Signs that stand elsewhere on every keyboard, with Shift or without. */
const signs: readonly string[] = ['/', '+', '−'];

/**
 * Whether the press is the shortcut, written `Ctrl+S`, `Alt+1`, `F9`, `N`, `/`, `←`. Letters and digits go by the physical
 * key as well, so that a Vietnamese input method or Caps Lock changes nothing.
 */
export function pressMatches(press: KeyPress, shortcut: string): boolean {
  const parts = signs.includes(shortcut) ? [shortcut] : shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  if ((press.ctrlKey || press.metaKey) !== wants('Ctrl') || press.altKey !== wants('Alt')) return false;
  if (press.shiftKey !== wants('Shift') && !signs.includes(key)) return false;
  if (/^[A-Z]$/.test(key)) return press.code === `Key${key}` || press.key.toUpperCase() === key;
  if (/^\d$/.test(key)) return press.code === `Digit${key}` || press.code === `Numpad${key}`;
  return shownKeys[key]?.includes(press.key) ?? press.key === key;
}

/** Whether the shortcut would also write something where a person is typing (`N`, `/`). */
export const isPlainKey = (shortcut: string): boolean => shortcut.length === 1;

/** Whether keys pressed on this element are text being typed. */
export function isTypingPlace(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT' || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)));
}
