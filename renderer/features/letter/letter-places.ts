/** The folds of the form, in the order of the page. */
export const folds = ['document', 'body', 'recipients', 'appendices', 'obligations'] as const;
export type FoldName = (typeof folds)[number];

/** The fold in which a field of the letter is filled. */
export function foldOf(field: string): FoldName {
  const head = field.split('.')[0] ?? '';
  if (head === 'body') return 'body';
  if (['recipients', 'archive', 'signer'].includes(head)) return 'recipients';
  return head === 'appendices' || head === 'obligations' ? head : 'document';
}

/** The event that puts the cursor of a table into a cell; its detail is `{ row, cell }`. */
export const goToCell = 'go-to-cell';

/** Puts the cursor into the cell a field names (`appendices.0.rows.3.1`); false when it names none. */
export function jumpToCell(root: HTMLElement, field: string): boolean {
  const named = /^(appendices\.\d+\.rows)\.(\d+)(?:\.(\d+))?/.exec(field);
  if (!named) return false;
  const table = root.querySelector(`[data-field="${CSS.escape(named[1] ?? '')}"]`);
  return table?.dispatchEvent(new CustomEvent(goToCell, { detail: { row: Number(named[2]), cell: Number(named[3] ?? 0) } })) ?? false;
}

/** Whether what is drawn from `source` belongs to the focused field. */
export const belongsTo = (source: string, focused: string): boolean => source === focused || source.startsWith(`${focused}.`) || focused.startsWith(`${source}.`);

/** The element of the form in which the field is filled: the nearest one named after it or after what it is part of. */
export function elementOfField(root: HTMLElement, field: string): HTMLElement | null {
  for (let name = field; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const place = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    if (place) return place.matches('input, textarea, button, [contenteditable]') ? place : (place.querySelector<HTMLElement>('input, textarea, [tabindex="0"], button') ?? place);
  }
  return null;
}
