import { CloseButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Hit } from '../../shared/contract/search.ts';
import { formatVietnameseNumber } from '../../shared/domain/vietnamese-number.ts';
import { useCommands } from '../lib/commands.ts';
import { engineQueries } from '../lib/engine.ts';
import { foldedWords } from '../lib/marked-words.ts';
import { refusalSentence } from '../lib/refusal-sentence.ts';
import classes from './search-everything.module.css';
import { SearchHit } from './search-hit.tsx';

/** Keys of one syllable come in a burst (an input method takes letters back and writes them again): one search for them, ms. */
const burst = 30;
const limit = 40;

const books = {
  incoming: { name: 'Văn bản đến', path: '/van-ban-den' },
  outgoing: { name: 'Văn bản đi', path: '/van-ban-di' },
} as const;

interface Choice {
  to: string;
  hit: Hit | null;
}

/** What is still to be read before every text can be found, in words; nothing once all is read. */
function unread({ letters, files }: { letters: number; files: number }): string {
  const left = [letters > 0 ? `${formatVietnameseNumber(letters)} thư cũ` : '', files > 0 ? `${formatVietnameseNumber(files)} tệp đính kèm` : ''].filter((part) => part !== '');
  return left.length === 0 ? '' : `Đang đọc chữ trong ${left.join(' và ')}: kết quả ở trong thư, trong tệp có thể chưa đủ.`;
}

/** The book of the best hit first; within a book the engine's order, then the way to its whole list. */
function groupsOf(hits: readonly Hit[], text: string): { kind: Hit['kind']; hits: Hit[]; choices: Choice[] }[] {
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = hits.filter((hit) => hit.kind === kind);
    const { path } = books[kind];
    // the list is searched by the fields of the register: it shows nothing of what stands in letters alone
    const all: Choice[] = own.some(({ found }) => found === null) ? [{ to: `${path}?${new URLSearchParams({ text }).toString()}`, hit: null }] : [];
    return { kind, hits: own, choices: [...own.map((hit) => ({ to: `${path}?id=${hit.id}`, hit })), ...all] };
  });
}

/** Tìm mọi thứ: both books as one types; ↑ ↓ choose, Enter opens the line in its list, Esc goes back to where one was. */
export function SearchEverything() {
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const found = useQuery({ ...engineQueries.search.all.queryOptions({ input: { text: wanted, limit } }), enabled: wanted !== '', placeholderData: keepPreviousData, staleTime: 0, gcTime: 0 });
  const words = useMemo(() => foldedWords(wanted), [wanted]);
  const groups = useMemo(() => groupsOf(found.data?.hits ?? [], wanted), [found.data, wanted]);
  const choices = groups.flatMap((group) => group.choices);
  const current = Math.min(active, choices.length - 1);
  const shown = open && wanted !== '';

  const goTo = (): void => {
    before.current = document.activeElement;
    box.current?.select();
    box.current?.focus();
  };
  useCommands([{ id: 'find-everything', label: 'Tìm mọi thứ trong cả hai sổ', shortcut: '/', run: goTo }]);

  const search = (text: string, wait = burst): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setWanted(text.trim());
      setActive(0);
    }, wait);
  };
  const clear = (): void => {
    setTyped('');
    search('', 0);
  };
  const choose = (choice: Choice | undefined): void => {
    if (!choice) return;
    setOpen(false);
    box.current?.blur();
    void navigate(choice.to);
  };
  const move = (to: number): void => {
    const next = (to + choices.length) % Math.max(1, choices.length);
    setActive(next);
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(current + 1);
    else if (event.key === 'ArrowUp') move(current - 1);
    // what is shown may still answer the letters before the last ones: Enter opens what one sees
    else if (event.key === 'Enter' && shown) choose(choices[current]);
    else if (event.key === 'Escape') {
      clear();
      setOpen(false);
      box.current?.blur();
      if (before.current instanceof HTMLElement && before.current !== document.body) before.current.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div
      className={classes.search}
      role="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <IconSearch size={15} aria-hidden className={classes.sign} />
      <input
        ref={box}
        className={classes.box}
        type="text"
        role="combobox"
        aria-label="Tìm mọi thứ"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls="search-hits"
        aria-activedescendant={shown && choices[current] ? `search-hit-${current}` : undefined}
        placeholder="Tìm mọi thứ…"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          if (!(event.nativeEvent as InputEvent).isComposing) search(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {typed ? <CloseButton size="sm" aria-label="Xóa chữ tìm" onClick={clear} /> : <kbd>/</kbd>}
      {shown ? (
        <div className={classes.hits} data-waiting={found.isFetching}>
          <div ref={list} id="search-hits" role="listbox" aria-label="Kết quả tìm">
            {groups.map(({ kind, hits, choices: own }) => (
              <div key={kind} role="group" aria-label={books[kind].name}>
                <div className={classes.heading} aria-hidden>
                  {books[kind].name}
                </div>
                {own.map((choice, at) => {
                  const index = choices.indexOf(choice);
                  const above = at === 0 ? undefined : hits[at - 1];
                  const firstOther = choice.hit !== null && above !== undefined && ((!choice.hit.exact && above.exact) || (choice.hit.found !== null && above.found === null));
                  return (
                    <div
                      key={choice.to}
                      id={`search-hit-${index}`}
                      role="option"
                      aria-selected={index === current}
                      className={classes.hit}
                      data-divided={firstOther || undefined}
                      onMouseDown={(event) => event.preventDefault()}
                      onMouseMove={() => setActive(index)}
                      onClick={() => choose(choice)}
                    >
                      {choice.hit ? <SearchHit hit={choice.hit} words={words} /> : <span className={classes.all}>Xem mọi dòng khớp trong {books[kind].name}</span>}
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
          {found.isError ? <p className={classes.said}>{refusalSentence(found.error)}</p> : null}
          {found.isSuccess && choices.length === 0 && !found.isPlaceholderData ? <p className={classes.said}>Không có văn bản nào khớp với «{wanted}». Bỏ bớt chữ, hoặc gõ không dấu.</p> : null}
          {found.isSuccess && unread(found.data.unread) ? <p className={classes.said}>{unread(found.data.unread)}</p> : null}
          <p className="visually-hidden" role="status">
            {found.isSuccess && !found.isPlaceholderData ? `${found.data.hits.length} văn bản` : ''}
          </p>
        </div>
      ) : null}
    </div>
  );
}
