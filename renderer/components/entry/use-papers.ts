import { useCallback, useEffect, useState } from 'react';
import { filesProblem } from '../../../shared/domain/paper-files.ts';
import { sortOut, type DroppedFiles } from './dropped-files.ts';
import { sayMissing } from '../say.tsx';
import { sayDropProblems } from './say-drop-problems.ts';
import { asPaper, keepPapers, nextPapers, papersOf, type Papers } from './waiting-papers.ts';

export interface PapersDesk {
  papers: Papers;
  /** The file whose picture stands beside the form. */
  shown: string | null;
  show: (key: string) => void;
  remove: (key: string) => void;
  /** Several files came: to be asked about. */
  asking: readonly File[] | null;
  take: (dropped: DroppedFiles) => void;
  pick: (files: readonly File[]) => void;
  answer: (answer: 'each' | 'together' | 'none') => void;
  /** The document is in the book, or left out: on to the next one's papers. */
  next: () => void;
  /** Nothing is left of them. */
  clear: () => void;
}

/** The papers of the form: added one by one or by the folder, looked at, taken away. */
export function usePapers(place: string, many: boolean): PapersDesk {
  const [papers, setPapers] = useState<Papers>(() => papersOf(place));
  const [shown, setShown] = useState<string | null>(() => papersOf(place).here[0]?.key ?? null);
  const [asking, setAsking] = useState<readonly File[] | null>(null);
  useEffect(() => keepPapers(place, papers), [place, papers]);

  const together = useCallback(
    (files: readonly File[]): void => {
      const here = [...papers.here, ...files.map(asPaper)];
      const problem = filesProblem(here.map(({ file }) => file));
      if (problem) return sayMissing(problem);
      setPapers({ ...papers, here });
      setShown((now) => now ?? here[0]?.key ?? null);
    },
    [papers],
  );
  const each = (files: readonly File[]): void => {
    // the first goes onto the form that waits for one, the rest stand behind it
    const start = papers.here.length === 0 ? nextPapers({ here: [], waiting: files }) : { here: papers.here, waiting: files };
    const next = { here: start.here, waiting: [...papers.waiting, ...start.waiting] };
    setPapers(next);
    setShown((now) => now ?? next.here[0]?.key ?? null);
  };
  const take = (dropped: DroppedFiles): void => {
    sayDropProblems(dropped);
    const { files } = dropped;
    if (files.length > 1 && many) setAsking(files);
    else if (files.length > 0) together(files);
  };
  return {
    papers,
    shown,
    show: setShown,
    remove: (key) => {
      const here = papers.here.filter((paper) => paper.key !== key);
      setPapers({ ...papers, here });
      if (shown === key) setShown(here[0]?.key ?? null);
    },
    asking,
    take,
    pick: (files) => take(sortOut(files)),
    answer: (answer) => {
      if (asking && answer === 'each') each(asking);
      if (asking && answer === 'together') together(asking);
      setAsking(null);
    },
    next: () => {
      const next = nextPapers(papers);
      setPapers(next);
      setShown(next.here[0]?.key ?? null);
    },
    clear: () => {
      const empty = { here: [], waiting: [] };
      // at once: the screen is left before it is drawn again
      keepPapers(place, empty);
      setPapers(empty);
    },
  };
}
