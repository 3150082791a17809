/**
 * The cells of a block copied from a spreadsheet: columns by tabs, rows by line feeds; a cell in quotes may hold both,
 * and doubled quotes. One last empty line is the spreadsheet's own.
 */
export function readPastedTable(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let cell = '';
  let at = 0;
  const close = (): void => {
    rows.at(-1)?.push(cell.replace(/[\s\u00A0]+/g, ' ').trim());
    cell = '';
  };
  while (at < source.length) {
    const sign = source[at] ?? '';
    if (sign === '"' && cell === '') {
      const end = closingQuote(source, at + 1);
      if (end !== null) {
        cell = source.slice(at + 1, end).replaceAll('""', '"');
        at = end + 1;
        continue;
      }
    }
    if (sign === '\t') close();
    else if (sign === '\n') {
      close();
      rows.push([]);
    } else cell += sign;
    at += 1;
  }
  close();
  return rows;
}

/** Where the quoted cell ends: a quote before a tab, a line feed or the end; null when the quote is only a sign. */
function closingQuote(source: string, from: number): number | null {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') at += 1;
    else return at + 1 === source.length || source[at + 1] === '\t' || source[at + 1] === '\n' ? at : null;
  }
  return null;
}
