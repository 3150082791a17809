/** A text that fits into so many characters: what is beyond is left out, and «…» says so. */
export function cutShort(text: string, max: number): string {
  if (text.length <= max) return text;
  // half of a sign is none
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
