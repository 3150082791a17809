import { Button } from '@mantine/core';
import type { FocusEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import { refusalSentence, wasAnswered } from '../../lib/refusal-sentence.ts';
import classes from './entry-desk.module.css';
import { FilePicture } from './file-picture.tsx';
import { ManyFilesDialog } from './many-files-dialog.tsx';
import { useDrop } from './use-drop.ts';
import type { PapersDesk } from './use-papers.ts';

interface EntryDeskProps {
  column: Ref<HTMLDivElement>;
  keys: { onKeyDown: (event: KeyboardEvent<HTMLElement>) => void; onFocusCapture: (event: FocusEvent<HTMLElement>) => void };
  paper: PapersDesk;
  /** The file shown beside the form; null when there is none. */
  picture: { key: string; name: string; file: Blob } | null;
  /** Above the form: what was entered just now. */
  above?: ReactNode;
  /** What the number is, and the number itself. */
  numberLabel: string;
  number: string;
  /** Beside the number: the day of arrival. */
  beside?: ReactNode;
  /** Above the buttons: a choice the person has to make first. */
  question?: ReactNode;
  refused: unknown;
  /** «Chưa vào sổ», «Chưa lưu được». */
  refusedTitle: string;
  /** What to do when the answer was lost on the way. */
  lostHint: string;
  buttons: ReactNode;
  /** What stands in the place of the picture. */
  empty: ReactNode;
  children: ReactNode;
}

/** One narrow column of fields in the order in which the paper is read, and the paper beside it. */
export function EntryDesk({ column, keys, paper, picture, above, numberLabel, number, beside, question, refused, refusedTitle, lostHint, buttons, empty, children }: EntryDeskProps) {
  const drop = useDrop(paper.take);
  const { waiting } = paper.papers;
  return (
    <div className={classes.desk} data-dropping={drop.over ? '' : undefined} {...drop.handlers}>
      <div className={classes.column} ref={column} {...keys}>
        {above}
        {waiting.length > 0 ? (
          <p className={classes.queue}>
            <span>
              Còn {waiting.length} tệp chờ nhập; kế tiếp: {waiting[0]?.name}
            </span>
            <Button size="compact-xs" variant="default" onClick={paper.next}>
              Bỏ qua tệp đang xem
            </Button>
          </p>
        ) : null}
        <div className={classes.head}>
          <p className={classes.future}>
            {numberLabel}
            <strong>{number}</strong>
          </p>
          {beside}
        </div>
        <div className={classes.fields}>{children}</div>
        {question}
        <div className={classes.foot}>
          {refused ? (
            <p className={classes.refused} role="alert">
              {refusedTitle}: {refusalSentence(refused)}
              {wasAnswered(refused) ? '' : ` ${lostHint}`}
            </p>
          ) : null}
          {buttons}
        </div>
      </div>
      {picture ? <FilePicture key={picture.key} name={picture.name} file={picture.file} /> : <div className={classes.aside}>{empty}</div>}
      {paper.asking ? <ManyFilesDialog files={paper.asking} onEach={() => paper.answer('each')} onTogether={() => paper.answer('together')} onClose={() => paper.answer('none')} /> : null}
    </div>
  );
}
