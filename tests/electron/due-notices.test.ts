import { expect, test } from 'vitest';
import { addDays, localDay } from '../../shared/domain/dates.ts';
import { clientOf } from '../fixtures/demonstration.ts';
import { inPage } from '../fixtures/electron-page.ts';
import { sampleOffice } from '../fixtures/sample-letters.ts';
import { startElectron } from '../fixtures/start-electron.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { testEngine } from '../fixtures/test-engine.ts';

test('mở chương trình: màn hình báo việc quá hạn một lần trong ngày, bấm vào thì mở danh sách quá hạn', async () => {
  const folder = temporaryFolder();
  const engine = testEngine(folder, { clock: () => new Date() });
  const client = clientOf(engine);
  const today = localDay(new Date());
  await client.settings.update({ office: sampleOffice });
  await client.incoming.register({ organName: 'Sở Tài chính', code: '318/STC', subject: 'dự phòng ngân sách', arrivalDate: addDays(today, -5), dueDate: addDays(today, -2) });
  await engine.close();

  const program = startElectron(folder);
  await expect.poll(() => program.run(({ record }) => record.notifications)).toEqual([{ title: 'Quá hạn 1', body: 'Quá hạn: 1 văn bản đến.' }]);
  await program.run(({ Notification }) => void Notification.shown[0]?.emit('click'));
  await expect.poll(() => inPage(program, () => location.hash)).toBe('#/theo-doi?xem=qua-han');
  expect(await program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focused)).toBe(1);

  // no page is ever given leave to notify: the main process does it
  expect(await program.run(({ session }) => session.defaultSession.permissionCheck(null, 'notifications'))).toBe(false);

  // opened anew on the same day: its first look, three seconds in, has nothing new to say
  await inPage(program, () => void Object.assign(window, { former: true }));
  await program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect.poll(() => inPage(program, () => !('former' in window) && document.querySelector('[aria-label="Hạn"]') !== null).catch(() => false)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 5000));
  expect(await program.run(({ record }) => record.notifications.length)).toBe(1);
});
