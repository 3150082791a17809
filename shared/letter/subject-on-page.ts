/** «V/v», «Vv», «V.v», «Về việc», «Trích yếu:» as clerks type them before a subject, once or more, in a bracket or behind a dash. */
const word = '(?:v\\s*\\/\\s*v|v\\.?v\\.?|về\\s+việc)';
const opening = new RegExp(`^[-–—•+*\\s]*(?:trích\\s+yếu\\s*:\\s*)?(?:${word}(?:\\s*[:.,;]+\\s*|\\s+[-–]\\s+|\\s+|$))+`, 'iu');
const onlyLabel = /^[-–—•+*\s]*trích\s+yếu\s*:\s*/iu;
const closing = /(?:\s|[./;:,])+$/u;

/** A text without the marks that close a document (`./.`, a full stop): they stand at the end of the content only. An ellipsis stays. */
export function unclosed(subject: string): string {
  const trimmed = subject.trim();
  const bare = trimmed.replace(closing, '');
  const tail = trimmed.slice(bare.length);
  // `v.v.` and an ellipsis are words of the subject
  if (tail.startsWith('...')) return `${bare}...`;
  return /(?:^|\s)(?:v\.v|tp|tr|p|q|h)$/iu.test(bare) && tail.startsWith('.') ? `${bare}.` : bare;
}

/** The subject without what is typed before it; `typed` is what was taken away. */
function afterOpening(subject: string): { text: string; typed: string } {
  const trimmed = subject.normalize('NFC').trim();
  // a bracket around all of it goes with the word inside it
  const inner = /^[([]\s*((?:v\s*\/\s*v|vv|về\s+việc)[\s:.].*?)\s*[)\]][\s./;]*$/isu.exec(trimmed)?.[1] ?? trimmed;
  const found = opening.exec(inner)?.[0] ?? onlyLabel.exec(inner)?.[0] ?? '';
  return { text: inner.slice(found.length), typed: inner === trimmed ? found : `(${found}` };
}

/** The subject of a công văn as it stands after `V/v`, without the `V/v` or `Về việc` the clerk typed himself and without closing marks. */
export const afterVv = (subject: string): string => unclosed(afterOpening(subject).text);

/** The subject below the name of a type: `V/v` written out once, «Về việc» as typed, no closing marks. */
export function titleOnPage(subject: string): string {
  const { text, typed } = afterOpening(subject);
  const after = unclosed(text);
  return after === '' || !/v/iu.test(typed) ? after : `Về việc ${after}`;
}

/** The sentence that says a typed subject goes on the page without something; null when it goes as it is. */
export function subjectNotice(subject: string): string | null {
  const typed = subject.trim();
  const marks = unclosed(typed) !== typed;
  const { typed: before } = afterOpening(typed);
  const hasWord = before.trim() !== '' && !/^về\s+việc\s*$/iu.test(before);
  if (!marks && !hasWord) return null;
  const what = [hasWord ? `«${before.replace(/[\s:.,;–-]+$/u, '').trim()}» ở đầu` : '', marks ? 'dấu kết thúc ở cuối' : ''].filter((part) => part !== '').join(' và ');
  return `Trích yếu được gõ kèm ${what}; trang in và dòng trong sổ không lặp lại phần ấy: «${afterVv(typed)}».`;
}
