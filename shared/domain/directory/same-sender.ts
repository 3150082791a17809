import { abbreviates, agencyWords } from './agency-key.ts';

/** Words that begin the name of a province or city at the end of an agency's: «Sở Tài chính tỉnh An Bình». */
const provinceSigns = [['tinh'], ['thanh', 'pho']];

/** The ways a name may stand in a book, as words: whole, and without the province or the office's place it ends with. */
function readings(name: string, place: string | null): (readonly string[])[] {
  const words = agencyWords(name);
  const found = [words];
  for (const sign of provinceSigns) {
    const at = words.findIndex((_, index) => index > 0 && sign.every((word, step) => words[index + step] === word));
    // «UBND tỉnh An Bình» names nobody without its province
    if (at > 1 && words.length > at + sign.length && !words.slice(0, at).join(' ').endsWith('nhan dan')) found.push(words.slice(0, at));
  }
  const ending = place === null ? [] : agencyWords(place);
  const rest = words.length - ending.length;
  if (ending.length > 0 && rest > 1 && ending.every((word, step) => words[rest + step] === word)) found.push(words.slice(0, rest));
  return found;
}

/** A short form has fewer words than what it stands for, none of them a lone letter that could begin any word. */
const shortens = (short: readonly string[], full: readonly string[]): boolean =>
  short.length < full.length && short.every((word) => word.length > 1 || full.includes(word)) && abbreviates(short, full);

/**
 * Whether two names of senders may well be of one agency although they are written differently: short forms by first
 * letters (`STC`, `Sở TC`), and the province or the office's own `place` at the end. Two whole names that differ are two.
 */
export function maySendAsOne(one: string, other: string, place: string | null): boolean {
  const [ones, others] = [readings(one, place), readings(other, place)];
  return ones.some((words) => others.some((each) => words.join(' ') === each.join(' ') || shortens(words, each) || shortens(each, words)));
}
