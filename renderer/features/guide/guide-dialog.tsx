import { Button, Modal, TextInput } from '@mantine/core';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal, flushSync } from 'react-dom';
import changelogText from '../../../resources/changelog.md?raw';
import guideText from '../../../resources/user-guide.md?raw';
import { sayRefused } from '../../components/say.tsx';
import type { Command } from '../../lib/commands.ts';
import { host } from '../../lib/host.ts';
import { foldedWords } from '../../lib/marked-words.ts';
import { pressMatches } from '../../lib/shortcut.ts';
import classes from './guide.module.css';
import { GuideText, Words } from './guide-text.tsx';
import { KeyList } from './key-list.tsx';
import { PrintedGuide } from './printed-guide.tsx';
import { readGuide, searchGuide } from './read-guide.ts';

export const guide = readGuide(guideText);
const changelog = readGuide(changelogText);

/** What of the guide is shown: a chapter by its place, or what is new. */
type Shown = number | 'new';

interface GuideDialogProps {
  /** The chapter of the screen that asks, by its title; «new» opens what is new. */
  opensAt: string;
  news: boolean;
  /** The commands of that screen, whose keys are told under its chapter. */
  commands: readonly Command[];
  onClose: () => void;
}

/** The guide beside the work: its chapters, found by words, what is new, and the keys of the screen. */
export function GuideDialog({ opensAt, news, commands, onClose }: GuideDialogProps) {
  const own = Math.max(0, guide.chapters.findIndex(({ title }) => title === opensAt));
  const [shown, setShown] = useState<Shown>(news ? 'new' : own);
  const [typed, setTyped] = useState('');
  const [printing, setPrinting] = useState(false);
  const article = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const words = useMemo(() => foldedWords(typed), [typed]);
  const hits = useMemo(() => searchGuide(guide, words), [words]);

  // a chapter begins at its head; while words are looked for, at the first of them
  useEffect(() => {
    const first = words.length > 0 ? article.current?.querySelector('mark') : null;
    if (first) first.scrollIntoView({ block: 'center' });
    else article.current?.scrollTo({ top: 0 });
  }, [shown, words]);

  const show = (next: Shown): void => {
    setShown(next);
    article.current?.focus({ preventScroll: true });
  };
  const type = (text: string): void => {
    setTyped(text);
    const [first] = searchGuide(guide, foldedWords(text));
    if (first) setShown(first.chapter);
  };
  const print = async (): Promise<void> => {
    // the printed pages have to stand on the page before the printer looks
    flushSync(() => setPrinting(true));
    try {
      await host.print();
    } catch (error) {
      sayRefused(error);
    } finally {
      setPrinting(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const does = pressMatches(event.nativeEvent, 'Ctrl+F') ? () => search.current?.select() : pressMatches(event.nativeEvent, 'Ctrl+P') ? () => void print() : null;
    if (!does) return;
    event.preventDefault();
    does();
  };

  const chapter = shown === 'new' ? null : guide.chapters[shown];
  return (
    <Modal opened onClose={onClose} closeOnEscape={false} returnFocus={false} attributes={{ content: { 'data-passing': true } }} title="Hướng dẫn" size={1000} closeButtonProps={{ 'aria-label': 'Đóng hướng dẫn' }}>
      <div className={classes.guide} onKeyDown={onKeyDown}>
        <nav className={classes.side} aria-label="Mục lục">
          <TextInput
            ref={search}
            type="search"
            size="xs"
            aria-label="Tìm trong hướng dẫn"
            placeholder="Tìm trong hướng dẫn"
            leftSection={<IconSearch size={14} aria-hidden />}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && hits[0] && show(hits[0].chapter)}
          />
          {words.length > 0 ? <p role="status">{hits.length === 0 ? 'Không có chương nào nói tới.' : `Có trong ${hits.length} chương.`}</p> : null}
          <ul>
            {(words.length > 0 ? hits : guide.chapters.map((_, at) => ({ chapter: at, excerpt: '' }))).map(({ chapter: at, excerpt }) => (
              <li key={at}>
                <button type="button" aria-current={shown === at ? 'page' : undefined} onClick={() => show(at)}>
                  <Words text={guide.chapters[at]?.title ?? ''} words={words} />
                  {excerpt ? (
                    <span>
                      <Words text={excerpt} words={words} />
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
            <li className={classes.apart}>
              <button type="button" aria-current={shown === 'new' ? 'page' : undefined} onClick={() => show('new')}>
                Có gì mới
              </button>
            </li>
          </ul>
          <Button size="xs" variant="default" leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => void print()}>
            In hướng dẫn&nbsp; <kbd>Ctrl+P</kbd>
          </Button>
        </nav>
        <article ref={article} className={classes.text} tabIndex={0} data-autofocus aria-label={chapter?.title ?? 'Có gì mới'}>
          <h2>{chapter?.title ?? 'Có gì mới'}</h2>
          {chapter ? <GuideText tokens={chapter.tokens} words={words} /> : null}
          {shown === own ? (
            <section aria-label="Phím tắt của màn hình này">
              <h3>Phím tắt của màn hình này</h3>
              <KeyList commands={commands} />
            </section>
          ) : null}
          {shown === 'new'
            ? changelog.chapters.map(({ title, tokens }) => (
                <section key={title}>
                  <h3>Bản {title}</h3>
                  <GuideText tokens={tokens} words={[]} />
                </section>
              ))
            : null}
        </article>
      </div>
      {printing ? createPortal(<PrintedGuide guide={guide} />, document.body) : null}
    </Modal>
  );
}
