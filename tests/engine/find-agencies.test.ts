import { setImmediate as nextTurn, setTimeout as pass } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findInDirectory, readyToFind } from '../../electron/engine/storage/find-agencies.ts';
import { indexDirectory, type DirectoryIndex } from '../../shared/domain/directory/directory-index.ts';
import type { KnownAgency } from '../../shared/domain/directory/known-agency.ts';

const firsts = ['An', 'Bình', 'Cẩm', 'Dương', 'Đường', 'Gia', 'Hòa', 'Khánh', 'Lạc', 'Minh', 'Nghĩa', 'Phú', 'Quảng', 'Sơn', 'Tân', 'Thượng', 'Vĩnh', 'Xuân', 'Yên', 'Ngọc'];
const lasts = ['Lâm', 'Khê', 'Sơn', 'Hòa', 'Thịnh', 'Lộc', 'Hưng', 'Trạch', 'Giang', 'Điền'];

/** A new directory of as many agencies as a province has schools. */
const largeDirectory = (): DirectoryIndex =>
  indexDirectory(
    ['Ủy ban nhân dân xã', 'Trường Tiểu học', 'Trường Trung học cơ sở', 'Trạm Y tế xã', 'Ban Quản lý dự án'].flatMap((head, kind) =>
      firsts.flatMap((first, one) =>
        lasts.map((last, other): KnownAgency => {
          const id = kind * 200 + one * 10 + other + 1;
          const name = `${head} ${first} ${last}`;
          return { id, name, shortName: name, abbreviation: `ĐV${id}`, kind: 'unit', rank: id, parentId: null, validFrom: null, validTo: null, succeededBy: null, mergedInto: null, formerNames: id % 4 === 0 ? [{ name: `${name} cũ`, from: null, to: '2025-06-30' }] : [] };
        }),
      ),
    ),
    [],
  );

const typed = ['t', 'tieu hoc duong', 'ubnd x', 'dv17', 'binh khe cu'];
const foundIn = (directory: DirectoryIndex): string[][] => typed.map((text) => findInDirectory(directory, text, () => true, 20).map(({ name }) => name));

test('tìm trong danh bạ vừa mở, đang đọc dở hay đã đọc xong đều ra như nhau', async () => {
  const wanted = foundIn(largeDirectory());
  expect(wanted.every((names) => names.length > 0)).toBe(true);

  const atOnce = largeDirectory();
  readyToFind(atOnce);
  expect(foundIn(atOnce)).toEqual(wanted);

  const midway = largeDirectory();
  readyToFind(midway);
  await pass(101);
  await nextTurn();
  expect(foundIn(midway)).toEqual(wanted);

  const ready = largeDirectory();
  readyToFind(ready);
  readyToFind(ready);
  await pass(1000);
  expect(foundIn(ready)).toEqual(wanted);
});
