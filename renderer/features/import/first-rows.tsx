import { isRealDate, shortDate } from '../../../shared/domain/dates.ts';
import classes from './first-rows.module.css';
import { fieldsOf } from './import-fields.ts';

/** A value of a row as people read it. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return isRealDate(value) ? shortDate(value) : value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'hủy' : '';
  if (Array.isArray(value)) return value.map(shown).filter((text) => text !== '').join('; ');
  return Object.values(value).map(shown).filter((text) => text !== '').join(' ');
}

/** Number and notation apart are in the code already. */
const inTheCode = new Set(['codeNumber', 'codeNotation', 'typeAndSubject']);

/** Whether the value of a row is no more than likely. */
function isUnsure(row: Record<string, unknown>, field: string): boolean {
  const unsure: readonly unknown[] = Array.isArray(row.unsure) ? row.unsure : [];
  return unsure.includes(field) || (['subject', 'typeName'].includes(field) && unsure.includes('typeAndSubject')) || (field === 'code' && (unsure.includes('codeNumber') || unsure.includes('codeNotation')));
}

/** The first rows as they will stand in the book; what is no more than likely is marked. */
export function FirstRows({ book, rows }: { book: 'incoming' | 'outgoing'; rows: readonly Record<string, unknown>[] }) {
  const fields = [{ value: 'sheet', label: 'Trang' }, { value: 'row', label: 'Dòng' }, { value: 'year', label: 'Năm' }, ...fieldsOf(book), { value: 'cancelled', label: 'Đã hủy' }].filter(({ value }) => !inTheCode.has(value) && rows.some((row) => shown(row[value]) !== ''));
  if (rows.length === 0) return <p className={classes.none}>Không có dòng nào nhập được.</p>;
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label="Những dòng đầu như sẽ nhập">
      <table className={classes.rows}>
        <thead>
          <tr>
            {fields.map(({ value, label }) => (
              <th key={value} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {fields.map(({ value }) => {
                const unsure = isUnsure(row, value);
                return (
                  <td key={value} title={unsure ? `${shown(row[value])} (chưa chắc, xem lại)` : shown(row[value])} data-unsure={unsure || undefined}>
                    {shown(row[value])}
                    {unsure ? <abbr title="chưa chắc, xem lại"> ?</abbr> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
