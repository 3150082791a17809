import type { ChangedLine } from '../../../shared/contract/incoming.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { changedFields } from '../../components/changed-fields.ts';
import classes from './changed-lines.module.css';

/** What an act will make of every chosen line, or why that one stays as it is. `amount`: how many are chosen. */
export function ChangedLines({ lines, amount }: { lines: readonly ChangedLine[]; amount: number }) {
  return (
    // the keyboard reaches what lies below the edge
    <div className={classes.frame} tabIndex={0} role="group" aria-label="Những điều sẽ đổi, từng dòng">
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line.id} data-kept={line.kept === null ? undefined : true}>
            <strong>{line.number}</strong>
            <span className={classes.subject} title={`${line.organName} · ${line.subject}`}>
              {line.organName} · {line.subject}
            </span>
            <span className={classes.change}>{line.kept === null ? changeSentence(line) : `giữ nguyên: ${line.kept}`}</span>
          </li>
        ))}
      </ul>
      {amount > lines.length ? <p className={classes.more}>và {formatVietnameseNumber(amount - lines.length)} văn bản nữa</p> : null}
    </div>
  );
}

/** `cho Phòng Kinh tế · Ngày chuyển: 20/11/2026`: to whom it goes is said also where that was written before. */
function changeSentence({ changes, toPlaces }: ChangedLine): string {
  // that it counts as handed on from then is what the day says
  const { toPlaces: placed, handling, ...rest } = changes;
  const others = 'handedDate' in rest || handling === undefined ? rest : { ...rest, handling };
  const handed = 'handedDate' in changes || placed !== undefined;
  const former = placed?.[0];
  const before = typeof former === 'string' && former !== '' ? ` (trước: ${former})` : '';
  const to = handed && toPlaces ? [`cho ${toPlaces}${before}`] : placed ? [`bỏ đơn vị${before}`] : [];
  const said = changedFields(others).map(({ name, before: was, after }) => `${name}: ${was === 'trống' ? '' : `${was} → `}${after}`);
  return [...to, ...said].join(' · ');
}
