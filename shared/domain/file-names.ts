// names Windows keeps for devices; a file called so cannot be opened there
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Longest file name without its ending, characters. */
const nameMaxLength = 116;

/** A name every system can save: NFC, no separators or control characters, no trailing dot or space, not reserved. */
export function safeFileName(wanted: string, ending: string): string {
  const clean = wanted
    .normalize('NFC')
    .replace(/[/\\]/g, '_')
    .replace(/[:*?"<>|\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = [...clean].slice(0, nameMaxLength).join('').replace(/[. ]+$/, '');
  const name = cut === '' || reserved.test(cut) ? `_${cut}` : cut;
  return ending === '' ? name : `${name}.${ending}`;
}
