import { isRealDate, shortDate } from '../../../shared/domain/dates.ts';
import classes from './first-rows.module.css';
import { fieldLabel } from './import-fields.ts';

/** A value of a row as people read it. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return isRealDate(value) ? shortDate(value) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(shown).filter((text) => text !== '').join('; ');
  return Object.values(value).map(shown).filter((text) => text !== '').join(' ');
}

/** The first rows as they will stand in the book. */
export function FirstRows({ book, rows }: { book: 'incoming' | 'outgoing'; rows: readonly Record<string, unknown>[] }) {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((field) => rows.some((row) => shown(row[field]) !== ''));
  if (rows.length === 0) return <p className={classes.none}>Không có dòng nào nhập được.</p>;
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label="Những dòng đầu như sẽ nhập">
      <table className={classes.rows}>
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field} scope="col">
                {fieldLabel(field, book)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {fields.map((field) => (
                <td key={field} title={shown(row[field])}>
                  {shown(row[field])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
