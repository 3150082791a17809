import { CloseButton, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { refusalSentence } from '../lib/refusal-sentence.ts';
import { sayDropProblems } from './entry/say-drop-problems.ts';
import { useDrop } from './entry/use-drop.ts';
import classes from './line-panel.module.css';
import { Notice } from './notice.tsx';

interface LinePanelProps<Line> {
  line: UseQueryResult<Line>;
  head: (line: Line) => ReactNode;
  sign: (line: Line) => ReactNode;
  onClose: () => void;
  /** Files, or folders of them, dropped anywhere on it. */
  onDrop?: (files: File[]) => void;
  children: (line: Line) => ReactNode;
}

/** The open line of a list, at its right: waits for the line, says when it cannot be read, Esc closes it. */
export function LinePanel<Line>({ line, head, sign, onClose, onDrop, children }: LinePanelProps<Line>) {
  const drop = useDrop((dropped) => {
    sayDropProblems(dropped);
    if (dropped.files.length > 0) onDrop?.(dropped.files);
  });
  return (
    <aside
      className={classes.panel}
      aria-label="Chi tiết văn bản"
      onKeyDown={(event) => {
        // a dialog opened from here stands elsewhere on the page and closes what is its own first
        if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return;
        event.preventDefault();
        onClose();
      }}
      {...(onDrop ? drop.handlers : {})}
    >
      <div className={classes.head}>
        <h2>{line.data ? head(line.data) : ' '}</h2>
        {line.data ? sign(line.data) : null}
        <CloseButton aria-label="Đóng ngăn chi tiết (Esc)" ml="auto" onClick={onClose} />
      </div>
      {line.isPending ? (
        <div className={classes.body} aria-busy>
          <Skeleton height={16} mb={10} />
          <Skeleton height={16} width="70%" />
        </div>
      ) : null}
      {line.isError ? (
        <Notice tone="trouble" title="Chưa mở được văn bản này" action={{ label: 'Thử lại', run: () => void line.refetch() }}>
          {refusalSentence(line.error)}
        </Notice>
      ) : null}
      {line.data ? <div className={classes.body}>{children(line.data)}</div> : null}
    </aside>
  );
}
