import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { shortDate } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import classes from './earlier-imports.module.css';
import { useUndoImport } from './use-undo-import.ts';

/** What was brought in before, each to be taken back as a whole. */
export function EarlierImports() {
  const list = useQuery({ ...engineQueries.import.list.queryOptions({ input: {} }), staleTime: 0 });
  const { undo, job } = useUndoImport();
  if (list.isError) return <p className={classes.refused}>{refusalSentence(list.error)}</p>;
  if (!list.data || list.data.rows.length === 0) return null;
  return (
    <section className={classes.earlier} aria-labelledby="earlier-imports">
      <h2 id="earlier-imports">Những lần nhập trước</h2>
      <JobProgress job={job} label="Đang hoàn tác lần nhập" />
      <div className={classes.scroll} tabIndex={0} role="group" aria-label="Những lần nhập trước, cuộn được">
        <table>
          <thead>
            <tr>
              <th scope="col">Lúc</th>
              <th scope="col">Tệp</th>
              <th scope="col">Sổ</th>
              <th scope="col">Dòng đã nhập</th>
              <th scope="col">Người nhập</th>
              <th scope="col">
                <span className="visually-hidden">Hoàn tác</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.data.rows.map((row) => (
              <tr key={row.batch}>
                <td>
                  {shortDate(row.at.slice(0, 10))} {row.at.slice(11, 16)}
                </td>
                <td className={classes.name} title={row.fileName}>
                  {row.fileName}
                </td>
                <td>{row.book === 'incoming' ? 'Văn bản đến' : 'Văn bản đi'}</td>
                <td>
                  {formatVietnameseNumber(row.imported)}
                  {row.skipped > 0 ? <small> (bỏ {formatVietnameseNumber(row.skipped)})</small> : null}
                </td>
                <td>{row.who}</td>
                <td align="right">
                  {row.undoneAt === null ? (
                    <Button size="compact-xs" variant="default" disabled={undo.isPending} onClick={() => undo.mutate(row.batch)}>
                      Hoàn tác cả lần nhập
                    </Button>
                  ) : (
                    <span className={classes.undone}>Đã hoàn tác {shortDate(row.undoneAt.slice(0, 10))}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
