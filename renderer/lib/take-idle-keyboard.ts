/** Gives the keyboard to an element when nothing a person has chosen holds it: only the page, or a screen just opened. */
export function takeIdleKeyboard(element: HTMLElement | null): void {
  const here = document.activeElement;
  if (here === null || here === document.body || here.tagName === 'MAIN') element?.focus({ preventScroll: true });
}
