import { foldedAgencyKey } from './agency-key.ts';
import { departmentFields } from './department-names.ts';

/** One agency of a list. */
export interface ListedName {
  name: string;
  /** Whether it is known, or plainly one name. */
  sure: boolean;
}

/** Words that begin every name of a list: «Các sở: Tài chính, Xây dựng» → Sở Tài chính, Sở Xây dựng. */
const headed = /^(?:các\s+)?(?<head>sở|bộ|ban|phòng|công ty|trường|trung tâm|chi cục|hội|(?:UBND|ủy ban nhân dân|uỷ ban nhân dân)(?:\s+các)?\s+(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp\.?))(?:,\s*(?:ban|ngành|cơ quan|đơn vị|phường|xã|thị trấn|thị xã|thành phố))*(?<colon>\s*:)?\s+(?<rest>.+)$/iu;
const committee = /^(?:UBND|ủy ban nhân dân|uỷ ban nhân dân)(?:\s+các)?\s+/iu;

const standard = new Set(departmentFields.map((field) => foldedAgencyKey(`Sở ${field}`)));

/**
 * The names of a list, as whole names: commas and «và» part them, but for those inside a known name («Văn hóa, Thể thao và Du lịch»).
 * Null when the line is no list as far as can be told: it is then one name.
 */
export function namesInList(line: string, isKnown: (name: string) => boolean): ListedName[] | null {
  const found = headed.exec(line);
  const plural = found !== null && (/^các\s/iu.test(line) || found.groups?.colon !== undefined || /\scác\s/iu.test(found.groups?.head ?? ''));
  const heads = found ? headsOf(found.groups?.head ?? '') : [];
  // «các sở Tài chính, Xây dựng»: the head is of the list; «Sở Tài chính, Xây dựng»: of its first name
  const names = readNames(plural ? (found?.groups?.rest ?? '') : line, plural ? heads : ['', ...heads], isKnown);
  const known = names.filter(({ sure }) => sure).length;
  if (known === 0 || (!plural && (names.length < 2 || !names[0]?.sure))) return null;
  return names;
}

/** `UBND xã` also lends `UBND` to «phường An Đông» in the same list. */
function headsOf(head: string): string[] {
  const place = head.replace(committee, '');
  if (place !== head) return [`UBND ${place.toLocaleLowerCase('vi')}`, 'UBND'];
  return [head.charAt(0).toLocaleUpperCase('vi') + head.slice(1).toLocaleLowerCase('vi')];
}

const delimiter = /\s*[,;]\s*(?:và\s+)?|\s+và\s+/giu;

function readNames(text: string, heads: readonly string[], isKnown: (name: string) => boolean): ListedName[] {
  const bounds: { from: number; to: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(delimiter)) {
    bounds.push({ from, to: match.index });
    from = match.index + match[0].length;
  }
  bounds.push({ from, to: text.length });
  const pieces = bounds.filter(({ from: begin, to }) => begin < to);
  const names: ListedName[] = [];
  // where a stretch begins that could not be told yet: it may be one name or several
  let unknown: number | null = null;
  const giveUp = (to: number): void => {
    if (unknown !== null) names.push({ name: withHead(text.slice(unknown, to), heads[0] ?? ''), sure: false });
    unknown = null;
  };
  for (let at = 0; at < pieces.length; ) {
    const known = longestKnown(text, pieces, at, heads, isKnown);
    if (known) {
      giveUp(pieces[at - 1]?.to ?? 0);
      names.push({ name: known.name, sure: true });
      at = known.next;
    } else {
      unknown ??= pieces[at]?.from ?? 0;
      at += 1;
    }
  }
  giveUp(text.length);
  return names;
}

const withHead = (name: string, head: string): string => (head === '' ? name : `${head} ${name}`);

function longestKnown(text: string, pieces: readonly { from: number; to: number }[], at: number, heads: readonly string[], isKnown: (name: string) => boolean): { name: string; next: number } | null {
  // no name of an agency has more than a handful of commas in it
  for (let end = Math.min(pieces.length, at + 6) - 1; end >= at; end -= 1) {
    const name = text.slice(pieces[at]?.from, pieces[end]?.to);
    for (const head of new Set([...heads, ''])) {
      const whole = withHead(name, head);
      if (isKnown(whole) || standard.has(foldedAgencyKey(whole))) return { name: whole, next: end + 1 };
    }
  }
  return null;
}
