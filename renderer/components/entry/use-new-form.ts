import { useEffect, useMemo, useState } from 'react';
import { sayDone } from '../say.tsx';
import { formShelf, type FormTexts, type SaveTry } from './form-shelf.ts';
import type { Papers } from './waiting-papers.ts';

type Problems<Form> = Partial<Record<keyof Form & string, string>>;

/** What kind of form it is. */
export interface FormKind<Form extends FormTexts> {
  /** Its name on the shelf. */
  kind: string;
  blank: () => Form;
  isBlank: (form: Form) => boolean;
  /** A change of one field by hand, with what follows from it. */
  withField: (form: Form, field: keyof Form & string, value: string) => Form;
  /** What of a form that was entered is offered again in the next one. */
  repeatable: (form: Form) => Form;
}

export interface NewForm<Form extends FormTexts> {
  form: Form;
  /** One field, by hand; what was said against it is taken back. */
  set: (field: keyof Form & string, value: string) => void;
  change: (next: (form: Form) => Form) => void;
  /** Another form altogether, with nothing said against it. */
  refill: (form: Form) => void;
  problems: Problems<Form>;
  setProblems: (problems: Problems<Form>) => void;
  /** The form entered before this one. */
  previous: Form | null;
  /** A save whose answer may have been lost. */
  tried: SaveTry | null;
  remember: (tried: SaveTry | null) => void;
  /** The form is in the book: it is the one before from now on, and `next` is on the desk. */
  entered: (next: Form) => void;
  /** What is half typed goes. */
  drop: () => void;
}

const namesOf = ({ here, waiting }: Papers): string[] => [...here.map(({ file }) => file.name), ...waiting.map(({ name }) => name)];

/** What to say of files that a reload has taken off the form; they still lie where they came from. */
const lostSentence = (lost: readonly string[]): string => (lost.length === 0 ? '' : ` Tệp ${lost.slice(0, 3).join(', ')}${lost.length > 3 ? ` và ${lost.length - 3} tệp nữa` : ''} phải thêm lại.`);

/** The form of a new line: kept on this computer as it is typed, so that leaving, a reload or a failed save loses nothing. */
export function useNewForm<Form extends FormTexts>({ kind, blank, isBlank, withField, repeatable }: FormKind<Form>, folderId: string, papers: Papers): NewForm<Form> {
  const [shelf] = useState(() => formShelf(localStorage, kind, folderId, blank()));
  const [found] = useState(() => shelf.find(null));
  const [form, setForm] = useState<Form>(() => found?.form ?? blank());
  const [tried, setTried] = useState<SaveTry | null>(found?.tried ?? null);
  const [previous, setPrevious] = useState(() => shelf.previous());
  const [problems, setProblems] = useState<Problems<Form>>({});
  const files = useMemo(() => namesOf(papers), [papers]);
  const nothing = isBlank(form) && tried === null && files.length === 0;

  useEffect(() => {
    if (nothing) shelf.drop(null);
    else shelf.put(null, { form, at: Date.now(), tried, files, revision: null });
  }, [shelf, form, tried, files, nothing]);
  const refill = (next: Form): void => {
    setForm(next);
    setProblems({});
  };
  useEffect(() => {
    const lost = (found?.files ?? []).filter((name) => !files.includes(name));
    if (!found || (isBlank(found.form) && lost.length === 0)) return;
    sayDone(`Đã lấy lại phiếu gõ dở.${lostSentence(lost)}`, isBlank(found.form) ? undefined : { label: 'Bỏ, nhập phiếu mới', run: () => (refill(blank()), setTried(null)) });
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
      const kept = repeatable(form);
      shelf.keepPrevious(kept);
      setPrevious(kept);
      setTried(null);
      refill(next);
    },
    drop: () => {
      shelf.drop(null);
      setTried(null);
      refill(blank());
    },
  };
}
