/** A dialog that has the screen to itself; the lists under fields and buttons are none. */
export const dialogThatStands = '[role="dialog"][aria-modal="true"]';

const isOrHoldsOne = (node: Node): boolean => node instanceof Element && (node.matches(dialogThatStands) || node.querySelector(dialogThatStands) !== null);

/** The field a dialog marks `data-autofocus`, else the first that Tab would come to: the same that the library picks. */
function firstField(dialog: Element): HTMLElement | undefined {
  const marked = dialog.querySelector<HTMLElement>('[data-autofocus]');
  return marked ?? [...dialog.querySelectorAll<HTMLElement>('a, input, select, textarea, button, [tabindex]')].find((field) => field.tabIndex >= 0 && !field.matches(':disabled, [type="hidden"]'));
}

/** Gives the keyboard to the dialog on top unless it has it. */
function giveKeyboard(): void {
  const dialog = [...document.querySelectorAll(dialogThatStands)].at(-1);
  if (dialog && !dialog.contains(document.activeElement)) firstField(dialog)?.focus({ preventScroll: true });
}

/**
 * From now on every dialog has the keyboard in the moment it stands on the page. The library gives it in a later task,
 * and on a slow machine keys already pressed come before that: they went into the form behind the dialog.
 */
export function giveDialogsTheKeyboard(): void {
  const look = (changes: readonly MutationRecord[]): void => {
    if (changes.some(({ addedNodes }) => [...addedNodes].some(isOrHoldsOne))) giveKeyboard();
  };
  const layers = new MutationObserver(look);
  // dialogs are drawn into layers of the body: the screen itself, which changes with every line, is not looked at
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) layers.observe(node, { childList: true, subtree: true });
    look(changes);
  }).observe(document.body, { childList: true });
}
