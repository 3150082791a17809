/**
 * The number a cell shows, written as the office writes it, when the program it was copied from also gives the value:
 * `70,635` with 70635 is `70635`, `16.7` with 16.7321 is `16,7`. Null where the text shows something else (a day, a code).
 */
export function shownValue(text: string, value: number): string | null {
  const shown = text.replace(/[\s\u00A0]/g, '');
  if (!Number.isFinite(value) || !/^[-(]?\d[\d.,]*\)?$/.test(shown) || /^0\d/.test(shown)) return null;
  const figures = shown.replace(/\D/g, '');
  for (let decimals = 0; decimals <= 6; decimals += 1) {
    const written = Math.abs(value).toFixed(decimals);
    const negative = value < 0 && Number(written) !== 0;
    if (written.replace('.', '') === figures && negative === /^[-(]/.test(shown)) return `${negative ? '-' : ''}${written.replace('.', ',')}`;
  }
  return null;
}
