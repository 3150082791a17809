import type { Found, Hit } from '../../shared/contract/search.ts';
import { shortDate } from '../../shared/domain/dates.ts';
import { MarkedText } from './marked-text.tsx';
import classes from './search-everything.module.css';

const states: Record<string, string> = {
  draft: 'Dự thảo',
  reserved: 'Giữ số',
  corrected: 'Đã đính chính',
  replaced: 'Đã thay thế',
  recalled: 'Đã thu hồi',
  cancelled: 'Đã hủy',
};

/** One document that was found: number, code and subject, then who, when, and where the words stand if not in sight. */
export function SearchHit({ hit, words }: { hit: Hit; words: readonly string[] }) {
  const state = states[hit.status];
  const inSight = hit.matched.some((part) => part === 'code' || part === 'subject' || part === 'organ');
  const elsewhere = inSight || hit.found ? null : hit.matched.includes('people') ? 'khớp ở người ký, nơi nhận' : 'khớp ở ghi chú, loại hoặc tên tệp';
  return (
    <>
      <span className={classes.number}>
        {hit.kind === 'incoming' && hit.number ? <small>Số đến </small> : null}
        <MarkedText text={hit.kind === 'incoming' ? (hit.number ?? '') : hit.code || 'Chưa có số'} words={words} />
      </span>
      <span className={classes.what}>
        <span className={classes.subject} data-cancelled={hit.status === 'cancelled' || undefined}>
          <MarkedText text={hit.subject || 'Chưa có trích yếu'} words={words} />
        </span>
        <span className={classes.beside}>
          {hit.kind === 'incoming' && hit.code ? (
            <>
              <MarkedText text={hit.code} words={words} />
              {' · '}
            </>
          ) : null}
          <MarkedText text={hit.organName} words={words} />
          {elsewhere ? <em> · {elsewhere}</em> : null}
        </span>
        {hit.found ? <FoundInside found={hit.found} /> : null}
      </span>
      <span className={classes.when}>
        {hit.date ? shortDate(hit.date) : ''}
        {state ? <b data-status={hit.status}>{state}</b> : null}
      </span>
    </>
  );
}

/** The sentence inside the document in which the words stand, and where that is. */
function FoundInside({ found: { where, sentence, marks } }: { found: Found }) {
  const pieces = marks.flatMap(([start, end], index) => [
    sentence.slice(marks[index - 1]?.[1] ?? 0, start),
    <mark key={start}>{sentence.slice(start, end)}</mark>,
  ]);
  return (
    <span className={classes.inside}>
      <b>{where.replace(/^./u, (first) => first.toLocaleUpperCase('vi'))}:</b> {pieces}
      {sentence.slice(marks.at(-1)?.[1] ?? 0)}
    </span>
  );
}
