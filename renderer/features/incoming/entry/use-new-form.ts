import { useEffect, useMemo, useState } from 'react';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { sayDone } from '../../../components/say.tsx';
import { blankForm, isBlank, withField, type EntryField, type EntryForm } from './entry-form.ts';
import { entryShelf, type SaveTry } from './entry-shelf.ts';
import type { Papers } from './waiting-papers.ts';

export type Problems = Partial<Record<EntryField, string>>;

export interface NewForm {
  form: EntryForm;
  /** One field, by hand; what was said against it is taken back. */
  set: (field: EntryField, value: string) => void;
  change: (next: (form: EntryForm) => EntryForm) => void;
  /** Another form altogether, with nothing said against it. */
  refill: (form: EntryForm) => void;
  problems: Problems;
  setProblems: (problems: Problems) => void;
  /** The form entered before this one. */
  previous: EntryForm | null;
  /** A save whose answer may have been lost. */
  tried: SaveTry | null;
  remember: (tried: SaveTry | null) => void;
  /** The form is in the book: it is the one before from now on, and `next` is on the desk. */
  entered: (next: EntryForm) => void;
  /** What is half typed goes. */
  drop: () => void;
}

const namesOf = ({ here, waiting }: Papers): string[] => [...here.map(({ file }) => file.name), ...waiting.map(({ name }) => name)];

/** What to say of files that a reload has taken off the form; they still lie where they came from. */
const lostSentence = (lost: readonly string[]): string => (lost.length === 0 ? '' : ` Tệp ${lost.slice(0, 3).join(', ')}${lost.length > 3 ? ` và ${lost.length - 3} tệp nữa` : ''} phải thêm lại.`);

/** The form of a new line: kept on this computer as it is typed, so that leaving, a reload or a failed save loses nothing. */
export function useNewForm(folderId: string, today: IsoDate, papers: Papers): NewForm {
  const [shelf] = useState(() => entryShelf(localStorage, folderId));
  const [found] = useState(() => shelf.find(null));
  const [form, setForm] = useState<EntryForm>(() => found?.form ?? blankForm(today));
  const [tried, setTried] = useState<SaveTry | null>(found?.tried ?? null);
  const [previous, setPrevious] = useState(() => shelf.previous());
  const [problems, setProblems] = useState<Problems>({});
  const files = useMemo(() => namesOf(papers), [papers]);

  useEffect(() => {
    if (isBlank(form) && tried === null && files.length === 0) shelf.drop(null);
    else shelf.put(null, { form, at: Date.now(), tried, files, revision: null });
  }, [shelf, form, tried, files]);
  const refill = (next: EntryForm): void => {
    setForm(next);
    setProblems({});
  };
  useEffect(() => {
    const lost = (found?.files ?? []).filter((name) => !files.includes(name));
    if (!found || (isBlank(found.form) && lost.length === 0)) return;
    sayDone(`Đã lấy lại phiếu gõ dở.${lostSentence(lost)}`, isBlank(found.form) ? undefined : { label: 'Bỏ, nhập phiếu mới', run: () => (refill(blankForm(today)), setTried(null)) });
    // told once, when the screen is opened
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return {
    form,
    set: (field, value) => {
      setForm((now) => withField(now, field, value));
      setProblems((now) => ({ ...now, [field]: undefined }));
    },
    change: setForm,
    refill,
    problems,
    setProblems,
    previous,
    tried,
    remember: (next) => {
      setTried(next);
      // at once: the window may close before the answer
      shelf.put(null, { form, at: Date.now(), tried: next, files, revision: null });
    },
    entered: (next) => {
      const kept = { ...form, doubleReason: '', backdateReason: '' };
      shelf.keepPrevious(kept);
      setPrevious(kept);
      setTried(null);
      refill(next);
    },
    drop: () => shelf.drop(null),
  };
}
