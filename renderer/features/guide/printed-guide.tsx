import classes from './guide.module.css';
import { GuideText } from './guide-text.tsx';
import type { Guide } from './read-guide.ts';

/** The whole guide for the printer; the screen does not show it. */
export function PrintedGuide({ guide: { title, chapters } }: { guide: Guide }) {
  return (
    <div className={classes.printed} data-printed-guide aria-hidden>
      <h1>{title}</h1>
      {chapters.map((chapter) => (
        <section key={chapter.title}>
          {chapter.title === title ? null : <h2>{chapter.title}</h2>}
          <GuideText tokens={chapter.tokens} words={[]} />
        </section>
      ))}
    </div>
  );
}
