import type { PaperPage } from '../../shared/letter/paper-page.ts';
import classes from './printed-pages.module.css';
import { PaperSheet } from './paper-sheet.tsx';

/** Pages that are drawn for the printer only, of what the window shows in another shape. */
export function PrintedPages({ pages }: { pages: readonly PaperPage[] }) {
  return (
    <div className={classes.pages}>
      {pages.map((page, index) => (
        <PaperSheet key={index} page={page} name={`Trang ${page.pageNumber}`} marks={none} />
      ))}
    </div>
  );
}

const none = (): boolean => false;
