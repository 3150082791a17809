import { Button, FileButton, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { isCentralCity } from '../../../shared/domain/directory/agency-kind.ts';
import type { ReadCommune } from '../../../shared/domain/directory/read-communes.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { engine } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import classes from './province-bodies.module.css';
import type { BodyChoice } from './use-body-choice.ts';

/** Most lines that could not be read that are told one by one. */
const told = 6;

/** Which province, and its communes: typed, pasted from a spreadsheet or read from a file into the same text. */
export function PlaceAndCommunes({ choice: { state, change, communes } }: { choice: BodyChoice }) {
  const { place } = state;
  const readFile = useMutation({
    mutationFn: (file: File) => engine.agencies.communes({ file }),
    onSuccess: ({ lines, leftOut }) => {
      const read = [...lines, ...leftOut.map(({ text }) => text)].join('\n');
      change({ communes: state.communes.trim() === '' ? read : `${state.communes.trimEnd()}\n${read}` });
    },
  });
  const setProvince = (province: string): void => change({ place: { province, level: isCentralCity(province) ? 'thành phố' : place.level === 'thành phố' && isCentralCity(place.province) ? 'tỉnh' : place.level } });
  return (
    <>
      <div className={classes.place}>
        <TextInput label="Tỉnh, thành phố" description="Để ghép vào tên, như UBND tỉnh …" autoComplete="off" autoFocus value={place.province} onChange={(event) => setProvince(event.currentTarget.value)} />
        <SegmentedControl aria-label="Cấp" size="xs" data={[{ value: 'tỉnh', label: 'Tỉnh' }, { value: 'thành phố', label: 'Thành phố' }]} value={place.level} onChange={(level) => change({ place: { ...place, level: level } })} />
      </div>
      <Textarea
        label="Xã, phường, đặc khu"
        description="Mỗi dòng một tên, có «xã», «phường» ở trước; dán cả cột từ Excel được"
        placeholder={'xã …\nphường …'}
        minRows={6}
        maxRows={12}
        autosize
        spellCheck={false}
        value={state.communes}
        onChange={(event) => change({ communes: event.currentTarget.value })}
      />
      <div className={classes.communes}>
        <div className={classes.read} role="status" aria-label="Xã, phường đã đọc">
          <p>{countWords(communes)}</p>
          <Problems communes={communes} />
          {readFile.error ? <p className={classes.refused}>{refusalSentence(readFile.error)}</p> : null}
        </div>
        <FileButton accept=".xlsx,.csv" onChange={(file) => file && readFile.mutate(file)}>
          {(props) => (
            <Button {...props} size="xs" variant="default" loading={readFile.isPending}>
              Lấy từ tệp…
            </Button>
          )}
        </FileButton>
      </div>
    </>
  );
}

function countWords(communes: readonly ReadCommune[]): string {
  const counted = (['xã', 'phường', 'đặc khu'] as const).map((level) => ({ level, count: communes.filter((each) => each.name !== null && each.level === level).length })).filter(({ count }) => count > 0);
  return counted.length === 0 ? 'Chưa có xã, phường nào; thêm sau cũng được.' : `Đọc được ${counted.map(({ level, count }) => `${formatVietnameseNumber(count)} ${level}`).join(', ')}.`;
}

function Problems({ communes }: { communes: readonly ReadCommune[] }) {
  const problems = communes.filter(({ problem }) => problem !== null);
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {problems.slice(0, told).map(({ line, problem, name, text }, at) => (
        <li key={at}>
          Dòng {line}
          {name === null ? ' bỏ ra' : ` («${text}»)`}: {problem}
        </li>
      ))}
      {problems.length > told ? <li>… và {formatVietnameseNumber(problems.length - told)} dòng nữa.</li> : null}
    </ul>
  );
}
