import { Button, SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { Notice } from '../../components/notice.tsx';
import { sayDone } from '../../components/say.tsx';
import { Screen } from '../../components/screen.tsx';
import { useCommands } from '../../lib/commands.ts';
import { engine } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useJob } from '../../lib/use-job.ts';
import { EncodingOffer } from './encoding-offer.tsx';
import { FirstRows } from './first-rows.tsx';
import { ImportAmounts } from './import-amounts.tsx';
import type { ImportResult } from './import-done.tsx';
import classes from './import-look.module.css';
import { MappingTable } from './mapping-table.tsx';
import { headRowOf, newReading, readingInput, remap, sheetsOf, type OldBookReading } from './old-book.ts';
import { ProblemList } from './problem-list.tsx';
import { ReadingBar } from './reading-bar.tsx';
import { useOldBook, type OldBook } from './use-old-book.ts';

interface ImportLookProps {
  file: File;
  book: OldBookReading['book'];
  onBack: () => void;
  onDone: (result: ImportResult) => void;
}

/** The old book as it would come in: columns, amounts, years, first rows, problems; then the one act that enters it. */
export function ImportLook({ file, book, onBack, onDone }: ImportLookProps) {
  const queries = useQueryClient();
  const [reading, setReading] = useState(() => newReading(book));
  const [shown, setShown] = useState<'rows' | 'problems'>('rows');
  const { preview, job: reader } = useOldBook(file, reading);
  const found = preview.data ?? null;
  // once the texts are converted, nothing is left to be recognised: the offer stays so that it can be declined
  const [offer, setOffer] = useState<OldBook['encoding']>(null);
  if (found?.encoding && found.encoding.after !== offer?.after) setOffer(found.encoding);

  const writer = useJob();
  const enter = useMutation({
    mutationFn: () => writer.run((name) => engine.import.apply({ ...readingInput({ ...reading, sheets: reading.sheets ?? sheetsOf(found), headRow: reading.headRow ?? headRowOf(found) }), file, job: name })),
    onSuccess: async (result) => {
      if (result === null) return sayDone('Đã dừng. Không có dòng nào được ghi vào sổ.');
      await queries.invalidateQueries();
      onDone({ ...result, book: reading.book, fileName: file.name });
    },
  });
  const change = (part: Partial<OldBookReading>): void => setReading({ ...reading, ...part });
  const settled = found !== null && !preview.isFetching && !preview.isError;
  const amount = found?.amounts.new ?? 0;
  const canEnter = settled && amount > 0 && !enter.isPending;
  useCommands([
    { id: 'enter-old-book', label: 'Nhập những dòng đã xem', shortcut: 'Ctrl+Enter', run: () => canEnter && enter.mutate() },
    { id: 'another-file', label: 'Chọn tệp khác', run: onBack },
  ]);

  const problems = found?.problems ?? [];
  const problemAmount = problems.length + (found?.moreProblems ?? 0);
  return (
    <Screen
      title="Nhập sổ cũ"
      actions={
        <>
          <Button variant="default" disabled={enter.isPending} onClick={onBack}>
            Chọn tệp khác
          </Button>
          <Button disabled={!canEnter} loading={enter.isPending} onClick={() => enter.mutate()} rightSection={<kbd className={classes.key}>Ctrl+Enter</kbd>}>
            {found ? `Nhập ${formatVietnameseNumber(amount)} dòng` : 'Nhập'}
          </Button>
        </>
      }
      status={preview.isFetching ? 'Đang đọc tệp…' : found ? 'Chưa ghi gì vào sổ. Số cũ được giữ nguyên; nhập rồi vẫn hoàn tác được cả lần' : ''}
    >
      <ReadingBar fileName={file.name} size={file.size} reading={reading} found={found} onChange={change} />
      <JobProgress job={reader} label="Đang đọc tệp" />
      <JobProgress job={writer} label="Đang nhập vào sổ" />
      {enter.error ? (
        <p role="alert" className={classes.refused}>
          {refusalSentence(enter.error)}
        </p>
      ) : null}
      {preview.isError ? (
        <Notice tone="trouble" title="Chưa đọc được tệp này" action={{ label: 'Chọn tệp khác', run: onBack }}>
          {refusalSentence(preview.error)}
        </Notice>
      ) : null}
      {found && !preview.isError ? (
        <div className={classes.look} aria-busy={preview.isFetching}>
          <MappingTable book={reading.book} columns={found.columns} onChange={(column, field) => change({ mapping: remap(found.columns, column, field), headRow: reading.headRow ?? headRowOf(found), sheets: reading.sheets ?? sheetsOf(found) })} />
          <div className={classes.side}>
            <ImportAmounts amounts={found.amounts} years={found.years} />
            {offer ? <EncodingOffer offer={offer} taken={reading.encoding !== null} onTake={(take) => change({ encoding: take ? offer.name : null })} /> : null}
            <div className={classes.detail}>
              <div className={classes.views}>
                <SegmentedControl
                  size="xs"
                  aria-label="Xem"
                  data={[
                    { value: 'rows', label: 'Dòng đầu như sẽ nhập' },
                    { value: 'problems', label: `Chỗ cần xem lại (${formatVietnameseNumber(problemAmount)})` },
                  ]}
                  value={shown}
                  onChange={(value) => setShown(value === 'problems' ? 'problems' : 'rows')}
                />
              </div>
              {shown === 'rows' ? <FirstRows book={reading.book} rows={found.rows} /> : <ProblemList problems={problems} more={found.moreProblems} />}
            </div>
          </div>
        </div>
      ) : null}
    </Screen>
  );
}
