const dialogs = '[role="dialog"]';
const isOrHolds = (nodes: NodeList, selector: string): boolean => [...nodes].some((node) => node instanceof Element && (node.matches(selector) || node.querySelector(selector) !== null));

/** Gives the keyboard to the dialog on top, in the field it marks `data-autofocus`, unless it has it. */
function giveKeyboard(): void {
  const dialog = [...document.querySelectorAll(dialogs)].at(-1);
  if (dialog && !dialog.contains(document.activeElement)) dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
}

/**
 * From now on every dialog has the keyboard in the moment it stands on the page. The library gives it in a later task,
 * and on a slow machine keys already pressed come before that: they went into the form behind the dialog.
 */
export function giveDialogsTheKeyboard(): void {
  const layers = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => isOrHolds(addedNodes, dialogs))) giveKeyboard();
  });
  // dialogs are drawn into layers of the body: the screen itself, which changes with every line, is not looked at
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) layers.observe(node, { childList: true, subtree: true });
    if (changes.some(({ addedNodes }) => isOrHolds(addedNodes, dialogs))) giveKeyboard();
  }).observe(document.body, { childList: true });
}
