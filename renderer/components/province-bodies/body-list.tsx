import { Button, Checkbox, TextInput } from '@mantine/core';
import type { OfferedBody } from '../../../shared/contract/agencies.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { Notice } from '../notice.tsx';
import { ListSkeleton } from '../register-list/list-skeleton.tsx';
import classes from './province-bodies.module.css';
import type { BodyChoice } from './use-body-choice.ts';

/** The bodies of a province by group, each with a tick; what the directory has already cannot be ticked again. */
export function BodyList({ choice }: { choice: BodyChoice }) {
  const { groups, isTicked, tickAll, error, readAgain } = choice;
  if (groups === null) {
    return error ? (
      <Notice tone="trouble" title="Chưa đọc được danh sách cơ quan" action={{ label: 'Thử lại', run: readAgain }}>
        {refusalSentence(error)}
      </Notice>
    ) : (
      <ListSkeleton label="Đang đọc danh sách cơ quan" />
    );
  }
  const all = groups.flatMap(({ bodies }) => bodies);
  return (
    <section className={classes.list} aria-label="Cơ quan cấp tỉnh, Trung ương">
      <div className={classes.listHead}>
        <p role="status">
          Chọn <b>{formatVietnameseNumber(all.filter(isTicked).length)}</b> trong {formatVietnameseNumber(all.length)} cơ quan; bỏ dấu ở cơ quan tỉnh mình không có
        </p>
        <Button size="xs" variant="default" onClick={() => tickAll(all.filter(({ fill }) => fill === null), true)}>
          Chọn hết
        </Button>
        <Button size="xs" variant="default" onClick={() => tickAll(all, false)}>
          Bỏ hết
        </Button>
      </div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label="Các nhóm cơ quan">
        <div className={classes.groups}>
          {groups.map(({ id, name, bodies }) => {
            // a name that has to be completed is ticked one by one
            const open = bodies.filter(({ known, fill }) => known === null && fill === null);
            const ticked = open.filter(isTicked).length;
            return (
              <fieldset key={id} className={classes.group}>
                <legend>
                  <Checkbox size="xs" label={name} checked={open.length > 0 && ticked === open.length} indeterminate={ticked > 0 && ticked < open.length} disabled={open.length === 0} onChange={() => tickAll(open, ticked < open.length)} />
                </legend>
                {bodies.map((body) => (
                  <BodyRow key={body.id} body={body} choice={choice} />
                ))}
              </fieldset>
            );
          })}
        </div>
      </div>
    </section>
  );
}

const remark = ({ known, own, note, name }: OfferedBody): string => (known !== null ? (known === name ? 'đã có' : `đã có: ${known}`) : own ? 'cơ quan mình' : (note ?? ''));

function BodyRow({ body, choice: { state, change, isTicked, tickAll } }: { body: OfferedBody; choice: BodyChoice }) {
  const { id, name, fill, known } = body;
  const ticked = isTicked(body);
  return (
    <div className={classes.body}>
      <Checkbox size="xs" label={fill !== null && !ticked ? `${name} …` : name} checked={ticked || known !== null} disabled={known !== null} onChange={(event) => tickAll([body], event.currentTarget.checked)} />
      {fill !== null && ticked ? (
        <TextInput size="xs" w={130} aria-label={`${name}: ${fill}`} placeholder={fill} required autoFocus={(state.fills[id] ?? '') === ''} value={state.fills[id] ?? ''} onChange={(event) => change({ fills: { ...state.fills, [id]: event.currentTarget.value } })} />
      ) : null}
      {remark(body) !== '' ? <span className={classes.remark}>{remark(body)}</span> : null}
    </div>
  );
}
