import { Select } from '@mantine/core';
import type { ImportField } from '../../../shared/contract/import.ts';
import { fieldsOf } from './import-fields.ts';
import classes from './mapping-table.module.css';

/** A column of the old book's sheet. */
export interface OldColumn {
  column: string;
  header: string;
  field: ImportField | null;
  /** False where the field is only proposed: nobody has chosen it. */
  certain: boolean;
  samples: readonly string[];
}

interface MappingTableProps {
  book: 'incoming' | 'outgoing';
  columns: readonly OldColumn[];
  onChange: (column: string, field: ImportField | null) => void;
}

/** The columns of the sheet, what they are taken for, and what stands in them; each can be made another field. */
export function MappingTable({ book, columns, onChange }: MappingTableProps) {
  const fields = fieldsOf(book);
  const data = [{ value: '', label: 'Không nhập' }, ...fields];
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label="Các cột của tệp">
      <table className={classes.columns}>
        <thead>
          <tr>
            <th scope="col">Cột</th>
            <th scope="col">Đầu cột trong tệp</th>
            <th scope="col">Là</th>
            <th scope="col">Ví dụ</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, header, field, certain, samples }) => (
            <tr key={column} data-left-out={field === null || !certain || undefined}>
              <td>{column}</td>
              <td>
                {header || <em>không có đầu cột</em>}
                {certain ? null : <em> (có thể là {fields.find(({ value }) => value === field)?.label ?? field}; chọn nếu đúng)</em>}
              </td>
              <td>
                <Select
                  size="xs"
                  aria-label={`Cột ${column} là`}
                  allowDeselect={false}
                  data={data}
                  value={certain ? (field ?? '') : ''}
                  onChange={(value) => onChange(column, value ? (value as ImportField) : null)}
                  maxDropdownHeight={320}
                />
              </td>
              <td className={classes.samples} title={samples.join('\n')}>
                {samples.filter((sample) => sample.trim() !== '').slice(0, 3).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
