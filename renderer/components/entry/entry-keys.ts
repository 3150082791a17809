import { flushSync } from 'react-dom';
import { useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { useCommands, type Command } from '../../lib/commands.ts';

/** What the keys of an entry form act upon. Fields are the elements marked `data-entry="name"`, in the order of the page. */
export interface EntryDesk {
  value: (field: string) => string;
  set: (field: string, value: string) => void;
  /** The value of this field in the entry before; null when there was none. */
  previous: (field: string) => string | null;
  /** Fields that hold a day, and what «today» is written as. */
  days: ReadonlySet<string>;
  today: () => string;
  onSave: () => void;
  /** Esc where nothing was changed: the person wants to leave. */
  onLeave: () => void;
}

type Typing = HTMLInputElement | HTMLTextAreaElement;

const isTyping = (element: Element | null): element is Typing => element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !['checkbox', 'radio', 'file'].includes(element.type));
const fieldOf = (element: Element | null): string | null => element?.closest<HTMLElement>('[data-entry]')?.dataset.entry ?? null;

/** What of a marked element takes the keyboard: itself, or the chosen one of a group. */
function focusable(marked: HTMLElement): HTMLElement | null {
  if (marked.matches('input, textarea, button')) return marked;
  return marked.querySelector<HTMLElement>('input:checked, input, button');
}

/** Puts the keyboard into a field; what it holds is selected, so that typing replaces it. */
export function focusEntry(form: HTMLElement | null, field: string): void {
  const element = form?.querySelector<HTMLElement>(`[data-entry="${field}"]`);
  if (element) take(focusable(element));
}

function take(element: HTMLElement | null): void {
  element?.focus();
  // the whole field: its label above and what is said against it below are read with it
  (element?.closest('.mantine-InputWrapper-root') ?? element)?.scrollIntoView({ block: 'nearest' });
  if (element instanceof HTMLInputElement && isTyping(element)) element.select();
  if (element instanceof HTMLTextAreaElement) element.setSelectionRange(element.value.length, element.value.length);
}

function step(form: HTMLElement, from: Element, by: 1 | -1): void {
  // the key may just have taken a name that fills another field by itself
  flushSync(() => undefined);
  const all = [...form.querySelectorAll<HTMLElement>('[data-entry]')];
  const at = all.findIndex((each) => each.contains(from));
  for (let next = at + by; next >= 0 && next < all.length; next += by) {
    const element = all[next];
    // a field that fills itself is passed on the way forth; Tab and the way back still reach it
    if (!element || element.offsetParent === null || (by === 1 && element.dataset.entrySkip !== undefined)) continue;
    return take(focusable(element));
  }
}

/** Writes a line break where the caret stands, as typing would. */
function breakLine(area: HTMLTextAreaElement): void {
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

const told = (id: string, shortcut: string, label: string): Command => ({ id: `entry-${id}`, shortcut, label, toldOnly: true, run: () => undefined });

/**
 * The keys of an entry form, as a spreadsheet's fingers know them: Enter forth, Shift+Enter back, Ctrl+Enter saves,
 * Ctrl+; today, Ctrl+' the entry before, F2 selects or goes to the end, Esc takes the field's change back. Nothing is
 * answered while a syllable is being composed.
 */
export function useEntryKeys(desk: EntryDesk, saveLabel: string): { onKeyDown: (event: KeyboardEvent<HTMLElement>) => void; onFocusCapture: (event: FocusEvent<HTMLElement>) => void } {
  const entered = useRef<{ field: string; value: string } | null>(null);

  const onHere = (act: (element: Typing, field: string) => void) => (): void => {
    const element = document.activeElement;
    const field = fieldOf(element);
    if (isTyping(element) && field !== null) act(element, field);
  };
  useCommands([
    { id: 'entry-save', label: saveLabel, shortcut: 'Ctrl+Enter', run: desk.onSave },
    told('next', 'Enter', 'Sang ô kế tiếp; lấy tên đang sáng trong danh sách'),
    told('back', 'Shift+Enter', 'Lùi về ô trước'),
    told('line', 'Alt+Enter', 'Xuống dòng trong ô nhiều dòng'),
    { id: 'entry-today', label: 'Điền hôm nay vào ô ngày', shortcut: 'Ctrl+;', keyOnly: true, run: onHere((_element, field) => desk.days.has(field) && desk.set(field, desk.today())) },
    {
      id: 'entry-previous',
      label: 'Lấy lại chữ của ô này ở văn bản trước',
      shortcut: "Ctrl+'",
      keyOnly: true,
      run: onHere((_element, field) => {
        const before = desk.previous(field);
        if (before !== null) desk.set(field, before);
      }),
    },
    {
      id: 'entry-edit',
      label: 'Chọn cả ô, hoặc sửa tiếp ở cuối ô',
      shortcut: 'F2',
      keyOnly: true,
      run: onHere((element) => {
        const whole = element.value !== '' && element.selectionStart === 0 && element.selectionEnd === element.value.length;
        if (whole || element.selectionStart !== element.value.length) element.setSelectionRange(element.value.length, element.value.length);
        else element.select();
      }),
    },
    told('revert', 'Esc', 'Bỏ chữ vừa đổi trong ô; lần nữa thì hỏi rời phiếu'),
  ]);

  return {
    onFocusCapture: ({ target }) => {
      const field = fieldOf(target);
      if (field !== null && entered.current?.field !== field) entered.current = { field, value: desk.value(field) };
    },
    onKeyDown: (event) => {
      if (event.defaultPrevented || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
      const target = event.target as Element;
      const field = fieldOf(target);
      if (field === null) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        const before = entered.current;
        if (before?.field === field && before.value !== desk.value(field)) {
          flushSync(() => desk.set(field, before.value));
          if (isTyping(target)) target.select();
        } else desk.onLeave();
        return;
      }
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || target instanceof HTMLButtonElement) return;
      event.preventDefault();
      // a key held down must not run through the form
      if (event.repeat) return;
      if (event.altKey) {
        if (target instanceof HTMLTextAreaElement) breakLine(target);
      } else step(event.currentTarget, target, event.shiftKey ? -1 : 1);
    },
  };
}
