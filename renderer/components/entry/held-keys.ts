/** Keys that were held, and what is to become of them; only the first answer counts. */
export type ReleaseKeys = (how: 'press-again' | 'drop') => void;

const enters = new Set(['Enter', 'Tab']);

/** Presses one in the field that has the keyboard now. A Tab goes on like an Enter: only the person's own moves the keyboard by itself. */
function pressAgain({ key, shiftKey }: KeyboardEvent): void {
  if (enters.has(key)) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, shiftKey, bubbles: true, cancelable: true }));
  // the one way of typing that fields and their undo take for a person's; what a browser without it does is to type nothing
  else if (key === 'Backspace') document.execCommand('delete');
  else document.execCommand('insertText', false, key);
}

/**
 * Holds what is typed into an entry form from now on: while a form is being saved the fingers are on the next one, and
 * letters written into the old one would go with it. A syllable being composed by an input method cannot be held and goes
 * where it is.
 */
export function holdKeys(): ReleaseKeys {
  const held: KeyboardEvent[] = [];
  let released = false;
  const hold = (event: KeyboardEvent): void => {
    const { key, keyCode, isTrusted, isComposing, ctrlKey, altKey, metaKey, target } = event;
    if (!isTrusted || isComposing || keyCode === 229 || ctrlKey || altKey || metaKey) return;
    if (!(key.length === 1 || key === 'Backspace' || enters.has(key)) || !(target instanceof Element && target.closest('[data-entry]'))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat || !enters.has(key)) held.push(event);
  };
  const letGo = (): void => window.removeEventListener('keydown', hold, { capture: true });
  // keys that come meanwhile stand behind those still to be pressed
  const pressAll = async (): Promise<void> => {
    for (let event = held.shift(); event; event = held.shift()) {
      pressAgain(event);
      // the form is drawn with it before the next
      await new Promise((resolve) => setTimeout(resolve));
    }
    letGo();
  };
  window.addEventListener('keydown', hold, { capture: true });
  return (how) => {
    if (released) return;
    released = true;
    if (how === 'drop') letGo();
    else void pressAll();
  };
}
