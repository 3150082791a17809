import { coverFrame, coverRules, numbersRule } from '../../../shared/report/book-page.ts';
import type { BookPages } from './use-book-pages.ts';
import classes from './book-sheet.module.css';

const lines = ['parentName', 'name', 'title', 'year', 'days', 'numbers', 'volume'] as const;

/** The cover of a book: its frame of two lines in the middle of the first sheet (PL IV, khoản 1 of each book). */
export function BookCoverPage({ cover }: { cover: NonNullable<BookPages['cover']> }) {
  return (
    <section className={classes.sheet} data-page aria-label="Bìa sổ">
      <div className={classes.frame} style={{ width: `${coverFrame.widthMm}mm`, minHeight: `${coverFrame.heightMm}mm` }}>
        {lines.filter((line) => cover[line] !== null).map((line, at) => {
          const text = cover[line];
          const { sizePt, bold, italic, beforePt } = line === 'numbers' ? numbersRule(text) : coverRules[line];
          return (
            <p key={line} data-line={line} style={{ fontSize: `${sizePt}pt`, fontWeight: bold ? 700 : 400, fontStyle: italic ? 'italic' : 'normal', marginTop: `${at === 0 ? coverRules.parentName.beforePt : beforePt}pt` }}>
              {text}
            </p>
          );
        })}
      </div>
    </section>
  );
}
