import { Button, MultiSelect, TextInput } from '@mantine/core';
import { documentTypeNames } from '../../../shared/domain/document-types.ts';
import type { SeriesRule } from '../../../shared/domain/numbering.ts';
import classes from './settings-form.module.css';

/** Series beside the common one: which document types take their numbers apart. */
export function SeriesEditor({ series, onChange }: { series: readonly SeriesRule[]; onChange: (series: SeriesRule[]) => void }) {
  const put = (at: number, rule: SeriesRule): void => onChange(series.map((each, index) => (index === at ? rule : each)));
  return (
    <>
      <p className={classes.quiet}>Mọi loại văn bản lấy số ở dãy chung, trừ những loại có dãy riêng dưới đây.</p>
      {series.map((rule, at) => (
        <div key={at} className={classes.series}>
          <TextInput label="Tên dãy số" autoComplete="off" value={rule.name} onChange={(event) => put(at, { ...rule, name: event.currentTarget.value })} />
          <MultiSelect
            label="Loại văn bản"
            data={documentTypeNames.filter((name) => rule.typeNames.includes(name) || !series.some((other) => other.typeNames.includes(name)))}
            searchable
            nothingFoundMessage="Không có loại này"
            value={rule.typeNames}
            onChange={(typeNames) => put(at, { ...rule, typeNames })}
          />
          <Button variant="default" onClick={() => onChange(series.toSpliced(at, 1))}>
            Bỏ
          </Button>
        </div>
      ))}
      <div>
        <Button size="compact-xs" variant="default" onClick={() => onChange([...series, { name: '', typeNames: [] }])}>
          Thêm dãy riêng
        </Button>
      </div>
    </>
  );
}
