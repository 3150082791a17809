import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { shortDate } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { MarkedText } from '../../components/marked-text.tsx';
import { Notice } from '../../components/notice.tsx';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { engineQueries } from '../../lib/engine.ts';
import { leaderAddress } from '../../lib/leader-address.ts';
import { foldedWords } from '../../lib/marked-words.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { takeIdleKeyboard } from '../../lib/take-idle-keyboard.ts';
import classes from './appendix-choice.module.css';
import { LeaderRoom, type Stage } from './leader-room.tsx';

/** How many dispatches are offered; older ones are found by their words. */
const offered = 100;

/** The dispatches with a number and an appendix, newest first, to choose one from. */
export function AppendixChoice({ stage, text }: { stage: Stage; text: string }) {
  const navigate = useNavigate();
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = useQuery({ ...engineQueries.outgoing.list.queryOptions({ input: { view: 'with-appendices', text: text || undefined, limit: offered, exact: false } }), placeholderData: keepPreviousData });
  const rows = found.data?.rows;
  const links = (): HTMLAnchorElement[] => [...(list.current?.querySelectorAll('a') ?? [])];
  useEffect(() => takeIdleKeyboard(list.current?.querySelector('a') ?? null), [rows]);
  // at once: what is typed meanwhile builds on it
  const find = (typed: string): void => void navigate(leaderAddress({ view: 'choice', text: typed }), { replace: true, flushSync: true });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const all = links();
    const here = all.findIndex((link) => link === document.activeElement);
    all[Math.max(0, Math.min(all.length - 1, here + by))]?.focus();
  };
  const words = foldedWords(text);
  return (
    <LeaderRoom
      stage={stage}
      view="appendices"
      status={found.data?.nextCursor ? `${formatVietnameseNumber(offered)} văn bản mới nhất có phụ lục; tìm để thấy văn bản cũ hơn` : rows ? `${formatVietnameseNumber(rows.length)} văn bản có phụ lục` : ''}
      beside={<SearchField inputRef={searchBox} label="Tìm số, trích yếu, nơi nhận" value={text} onSearch={find} onLeave={() => links()[0]?.focus()} />}
      commands={[
        { id: 'find', label: 'Tìm văn bản có phụ lục', shortcut: 'Ctrl+F', run: () => searchBox.current?.select() },
        { id: 'leader-move', label: 'Chuyển dòng', shortcut: '↑ ↓', run: () => links()[0]?.focus(), keyOnly: true, toldOnly: true },
        { id: 'leader-open', label: 'Xem phụ lục của văn bản', shortcut: 'Enter', run: () => undefined, keyOnly: true, toldOnly: true },
      ]}
    >
      {found.isError ? (
        <Notice tone="trouble" title="Chưa đọc được sổ văn bản đi" action={{ label: 'Thử lại', run: () => void found.refetch() }}>
          {refusalSentence(found.error)}
        </Notice>
      ) : !rows ? (
        <ListSkeleton label="Đang đọc sổ văn bản đi" />
      ) : rows.length > 0 ? (
        <ul ref={list} className={classes.list} aria-label="Văn bản có phụ lục" onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <li key={row.id}>
              <Link to={leaderAddress({ view: 'appendix', dispatch: row.id, appendix: 1 })}>
                <b>
                  <MarkedText text={row.code ?? ''} words={words} />
                </b>
                <span>{row.issuedDate ? shortDate(row.issuedDate) : ''}</span>
                <span className={classes.subject}>
                  <MarkedText text={row.subject} words={words} />
                </span>
                <span className={classes.amount}>{formatVietnameseNumber(row.appendixCount)} phụ lục</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : text ? (
        <Notice title="Không có văn bản nào như vậy" action={{ label: 'Xem tất cả', run: () => find('') }}>
          Tìm trong số ký hiệu, trích yếu, nơi nhận và người ký của những văn bản đã cấp số có phụ lục.
        </Notice>
      ) : (
        <Notice title="Chưa có văn bản nào có phụ lục" action={{ label: 'Xem văn bản đi', run: () => void navigate('/van-ban-di') }}>
          Văn bản soạn ở đây có phụ lục thì hiện ra khi đã cấp số, để xem chữ lớn và in riêng phụ lục.
        </Notice>
      )}
    </LeaderRoom>
  );
}
