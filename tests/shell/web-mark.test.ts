import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openedFiles } from '../../electron/shell/electron-opened-files.ts';
import { markAsForeign, webMarkOf } from '../../electron/shell/web-mark.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

test('trên Windows bản mở ra của tệp lạ mang dấu Zone.Identifier, vùng 3', () => {
  expect(webMarkOf('C:\\Users\\vt\\Temp\\mo-1\\quét.docx', 'win32')).toEqual({
    stream: { path: 'C:\\Users\\vt\\Temp\\mo-1\\quét.docx:Zone.Identifier', text: '[ZoneTransfer]\r\nZoneId=3\r\n' },
    mode: null,
  });
});

test.each(['linux', 'darwin'] as const)('trên %s không có dấu ấy: bản mở ra chỉ để đọc', (platform) => {
  expect(webMarkOf('/tmp/a.docx', platform)).toEqual({ stream: null, mode: 0o400 });
});

test('ghi dấu như trên Windows: luồng đứng cạnh tệp, nội dung tệp không đổi', () => {
  const path = join(temporaryFolder(), 'a.docx');
  writeFileSync(path, 'PK');
  // here the stream's name is that of a file of its own
  markAsForeign(path, 'win32');
  expect([readFileSync(path, 'utf8'), readFileSync(`${path}:Zone.Identifier`, 'utf8')]).toEqual(['PK', '[ZoneTransfer]\r\nZoneId=3\r\n']);
});

test('tệp của nơi khác mở ra để đọc, tệp chương trình làm ra mở ra để sửa; dọn được cả hai', () => {
  const folder = join(temporaryFolder(), 'mở');
  const copies = openedFiles(folder, 'linux');
  const [foreign, own] = [copies.keep('quét.docx', new Uint8Array(3), false), copies.keep('thư.docx', new Uint8Array(3), true)];
  expect([statSync(foreign).mode & 0o777, statSync(own).mode & 0o777]).toEqual([0o400, 0o600]);
  copies.sweep();
  expect(statSync(folder, { throwIfNoEntry: false })).toBeUndefined();
});
