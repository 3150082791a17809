// names Windows keeps for devices; a file called so cannot be opened there
const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i;

/** Longest file name without its ending, characters. */
const nameMaxLength = 116;
/** The same in bytes of UTF-8: Linux allows 255 with the ending, a Vietnamese letter takes up to three. */
const nameMaxBytes = 220;

const bytesOf = (letter: string): number => {
  const point = letter.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** As many letters from the start as a file system takes. */
function fitting(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const letter of [...name].slice(0, nameMaxLength)) {
    bytes += bytesOf(letter);
    if (bytes > nameMaxBytes) break;
    kept += letter;
  }
  return kept;
}

/** A name every system can save: NFC, no separators or control characters, no trailing dot or space, not reserved. */
export function safeFileName(wanted: string, ending: string): string {
  const clean = wanted
    .normalize('NFC')
    .replace(/[/\\]/g, '_')
    .replace(/[:*?"<>|\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = fitting(clean).replace(/[. ]+$/, '');
  const name = cut === '' || reserved.test(cut) ? `_${cut}` : cut;
  return ending === '' ? name : `${name}.${ending}`;
}
