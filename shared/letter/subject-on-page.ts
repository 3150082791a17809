const opening = /^(?:(?:v\/v|về việc)(?:\s*[:.]\s*|\s+|$))+/iu;
const shortOpening = /^(?:v\/v(?:\s*[:.]\s*|\s+|$))+/iu;
const closing = /(?:\s|[./;:,])+$/u;

/** The subject without the marks that close a document (`./.`, a full stop): they stand at the end of the content only. An ellipsis stays. */
function unclosed(subject: string): string {
  const trimmed = subject.trim();
  const bare = trimmed.replace(closing, '');
  const tail = trimmed.slice(bare.length);
  // `v.v.` and an ellipsis are words of the subject
  if (tail.startsWith('...')) return `${bare}...`;
  return /(?:^|\s)(?:v\.v|tp|tr|p|q|h)$/iu.test(bare) && tail.startsWith('.') ? `${bare}.` : bare;
}

/** The subject of a công văn as it stands after `V/v`, without the `V/v` or `Về việc` the clerk typed himself and without closing marks. */
export const afterVv = (subject: string): string => unclosed(subject.trim().replace(opening, ''));

/** The subject below the name of a type: `V/v` written out, «Về việc» as typed, no closing marks. */
export function titleOnPage(subject: string): string {
  const trimmed = subject.trim();
  const after = trimmed.replace(shortOpening, '');
  return unclosed(after === trimmed || after === '' ? after : `Về việc ${after.replace(opening, '')}`);
}

/** The sentence that says a typed subject goes on the page without something; null when it goes as it is. */
export function subjectNotice(subject: string): string | null {
  const typed = subject.trim();
  const marks = unclosed(typed) !== typed;
  const word = shortOpening.test(typed);
  if (!marks && !word) return null;
  const what = [word ? '«V/v» ở đầu' : '', marks ? 'dấu kết thúc ở cuối' : ''].filter((part) => part !== '').join(' và ');
  return `Trích yếu được gõ kèm ${what}; trang in và dòng trong sổ không lặp lại phần ấy: «${afterVv(typed)}».`;
}
