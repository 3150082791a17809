import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations, type OpenedWindow } from '../fixtures/open-window.ts';

interface Desktop {
  shown: { title: string; body: string }[];
  /** How often the page asked for leave. */
  asked: () => Promise<number>;
  /** Clicks the notification shown last. */
  click: () => Promise<void>;
}

/** Loads the page again with a notification class that answers like the browser's own and tells what was shown. */
async function watchDesktop(page: Page, answer: NotificationPermission | null): Promise<Desktop> {
  const shown: Desktop['shown'] = [];
  await page.exposeFunction('shownOnDesktop', (title: string, body: string) => void shown.push({ title, body }));
  await page.addInitScript((refusal) => {
    const Real = window.Notification;
    const seen = Object.assign(window, { asked: 0, last: null as Notification | null });
    class Watched extends EventTarget {
      onclick: (() => void) | null = null;
      onclose: (() => void) | null = null;
      static get permission(): NotificationPermission {
        return refusal === null ? Real.permission : seen.asked > 0 ? refusal : 'default';
      }
      static requestPermission(): Promise<NotificationPermission> {
        seen.asked += 1;
        return refusal === null ? Real.requestPermission() : Promise.resolve(refusal);
      }
      constructor(title: string, options: NotificationOptions) {
        super();
        seen.last = this as unknown as Notification;
        void (window as unknown as { shownOnDesktop: (title: string, body: string) => Promise<void> }).shownOnDesktop(title, options.body ?? '');
      }
      close(): void {
        this.onclose?.();
      }
    }
    Object.defineProperty(window, 'Notification', { value: Watched });
  }, answer);
  await page.reload();
  return {
    shown,
    asked: () => page.evaluate(() => (window as unknown as { asked: number }).asked),
    click: () => page.evaluate(() => void (window as unknown as { last: Notification | null }).last?.onclick?.(new Event('click'))),
  };
}

/** An office that awaits three reports by 10:00 of the day, and has one incoming dispatch late. */
async function officeWithDeadlines(engine: OpenedWindow['engine']): Promise<void> {
  const client = clientOf(engine);
  await client.settings.update({ office: { name: 'ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH', place: 'An Bình' }, codeNotation: 'UBND-TH' });
  await client.incoming.register({ organName: 'Sở Tài chính', code: '318/STC', subject: 'dự phòng ngân sách', arrivalDate: '2026-11-10', dueDate: '2026-11-18' });
  const { id } = await client.outgoing.draft({ codeNotation: 'UBND-TH', subject: 'báo cáo mưa lũ', addressees: ['Các xã, phường'], body: 'Báo cáo.', recipients: [{ name: 'Như trên' }], signer: { position: 'CHỦ TỊCH', fullName: 'Trần Văn Minh' }, obligations: [{ agencies: ['UBND phường An Đông', 'UBND xã Bình Khê', 'UBND xã Cẩm Sơn'], what: 'báo cáo mưa lũ', due: '2026-11-20', time: '10:00' }] });
  await client.outgoing.issue({ id, issuedDate: '2026-11-19' });
}

const switchOf = (page: Page) => page.getByRole('switch', { name: 'Báo trên màn hình khi đến hạn' });

test('báo trên màn hình: chỉ hỏi trình duyệt khi bật, mỗi điều một lần, bấm vào thì mở đúng chỗ', async () => {
  const { page, errors } = await openWindow({ at: '#/cai-dat', before: officeWithDeadlines });
  await page.context().grantPermissions(['notifications']);
  const desktop = await watchDesktop(page, null);
  await switchOf(page).waitFor();
  await page.clock.runFor(70_000);
  expect(await desktop.asked()).toBe(0);
  expect(desktop.shown).toEqual([]);
  expect(await switchOf(page).isChecked()).toBe(false);

  await switchOf(page).click({ force: true });
  await expect.poll(() => switchOf(page).isChecked()).toBe(true);
  expect(await seriousViolations(page)).toEqual([]);
  await page.clock.runFor(4000);
  const wanted = [
    { title: 'Quá hạn 1, hôm nay đến hạn 3', body: 'Quá hạn: 1 văn bản đến.\nHôm nay: 3 báo cáo của đơn vị.' },
    { title: 'Hạn 10:00 hôm nay: còn chờ 3 báo cáo', body: '01/UBND-TH · báo cáo mưa lũ · đã nhận 0/3' },
  ];
  await expect.poll(() => desktop.shown).toEqual(wanted);
  await desktop.click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#/theo-doi?van-ban=1');
  await page.getByRole('grid', { name: 'Bảng theo dõi' }).waitFor();

  // neither a minute later nor in a window opened anew
  await page.clock.runFor(130_000);
  await page.reload();
  await page.getByRole('grid', { name: 'Bảng theo dõi' }).waitFor();
  const answered = page.waitForResponse(/owed\/summary/);
  await page.clock.runFor(70_000);
  await answered;
  expect(desktop.shown).toEqual(wanted);
  expect(errors).toEqual([]);
});

test('trình duyệt không cho báo: ô bật vẫn tắt và nói phải làm gì', async () => {
  const { page, errors } = await openWindow({ at: '#/cai-dat', before: officeWithDeadlines });
  const desktop = await watchDesktop(page, 'denied');
  await switchOf(page).click({ force: true });
  await page.getByText(/Chưa bật: trình duyệt đang chặn thông báo của chương trình\./).waitFor();
  expect(await desktop.asked()).toBe(1);
  expect(await switchOf(page).isChecked()).toBe(false);
  expect(await seriousViolations(page)).toEqual([]);
  await page.clock.runFor(70_000);
  expect(desktop.shown).toEqual([]);
  expect(errors).toEqual([]);
});
