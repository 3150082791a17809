import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { wasAnswered } from '../lib/refusal-sentence.ts';
import classes from './stopped-server.module.css';

/** How the program answers: `locked` when it runs again with a key that this browser does not have yet. */
type Reached = 'there' | 'stopped' | 'locked';

/** Between two looks while it is away, ms. */
const lookAgainMs = 2000;

async function look(): Promise<Reached> {
  try {
    const { status } = await fetch(`${location.origin}/rpc/settings/get`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    return status === 403 ? 'locked' : 'there';
  } catch {
    return 'stopped';
  }
}

/**
 * What stands over the window in a browser while the program itself does not run: it looks for it again by itself, with
 * whatever key the browser has been given meanwhile, and goes away; what was typed below stays.
 */
export function StoppedServer() {
  const queries = useQueryClient();
  const [reached, setReached] = useState<Reached>('there');
  const away = reached !== 'there';

  const lookNow = useEffectEvent(async (): Promise<void> => {
    const now = await look();
    setReached(now);
    // whatever failed meanwhile is asked for anew
    if (now === 'there' && away) await queries.invalidateQueries();
  });
  useEffect(() => {
    const notice = (error: unknown): void => {
      if (error !== null && error !== undefined && !wasAnswered(error) && !(error instanceof DOMException && error.name === 'AbortError')) void lookNow();
    };
    const leaveQueries = queries.getQueryCache().subscribe((event) => event.type === 'updated' && event.action.type === 'error' && notice(event.action.error));
    const leaveMutations = queries.getMutationCache().subscribe((event) => event.type === 'updated' && event.action.type === 'error' && notice(event.action.error));
    return () => (leaveQueries(), leaveMutations());
  }, [queries]);
  useEffect(() => {
    if (!away) return undefined;
    const timer = setInterval(() => void lookNow(), lookAgainMs);
    return () => clearInterval(timer);
  }, [away]);

  if (!away) return null;
  return (
    <div className={classes.cover} role="alertdialog" aria-modal aria-labelledby="stopped-title">
      <div className={classes.word}>
        <h1 id="stopped-title">{reached === 'stopped' ? 'Chương trình đã dừng' : 'Chương trình đã được mở lại'}</h1>
        {reached === 'stopped' ? (
          <p>Cửa sổ dòng lệnh chạy chương trình đã đóng, hoặc máy vừa ngủ dậy. Mở lại chương trình như mọi khi (chạy «npm start»); trang này tự nối lại ngay khi chương trình chạy.</p>
        ) : (
          <p>Chương trình đang chạy với một khóa mới. Nếu trình duyệt đã tự mở một thẻ khác thì trang này nối lại ngay; nếu chưa, chạy lại «npm start» một lần nữa để mở thẻ mới.</p>
        )}
        <p>Những gì đã lưu vẫn còn nguyên; chữ đang gõ ở trang này vẫn giữ, đừng đóng thẻ.</p>
        <p className={classes.looking} role="status">
          Đang tìm chương trình…
        </p>
        <Button onClick={() => void lookNow()}>Thử lại ngay</Button>
      </div>
    </div>
  );
}
