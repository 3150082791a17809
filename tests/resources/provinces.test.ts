import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isRealDate } from '../../shared/domain/dates.ts';

const Level = z.enum(['thành phố trực thuộc trung ương', 'tỉnh']);
const Day = z.string().refine(isRealDate);
/** The form of resources/provinces-2026.json; `levelFrom` where the level is younger or older than the code, `validTo` the last day of a former province. */
const ProvincesFile = z.strictObject({
  source: z.string(),
  provinces: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2}$/),
      name: z.string().min(1),
      level: Level,
      validFrom: Day,
      levelFrom: Day.nullable(),
      predecessors: z.array(z.strictObject({ level: Level, name: z.string().min(1), validTo: Day })),
    }),
  ),
});

const { provinces } = ProvincesFile.parse(JSON.parse(readFileSync(new URL('../../resources/provinces-2026.json', import.meta.url), 'utf8')));
const cities = provinces.filter(({ level }) => level !== 'tỉnh').map(({ name }) => name);

test('34 đơn vị cấp tỉnh: 7 thành phố và 27 tỉnh, mỗi mã một lần', () => {
  expect(provinces).toHaveLength(34);
  expect(cities).toEqual(['Hà Nội', 'Hải Phòng', 'Huế', 'Đà Nẵng', 'Đồng Nai', 'Hồ Chí Minh', 'Cần Thơ']);
  expect(new Set(provinces.map(({ code }) => code)).size).toBe(34);
});

test('63 tỉnh, thành phố cũ đều có nơi kế thừa, mỗi nơi một lần', () => {
  const former = provinces.flatMap(({ name, predecessors }) => (predecessors.some(({ validTo }) => validTo === '2025-06-30') ? predecessors.map((old) => old.name) : [name]));
  expect(former).toHaveLength(63);
  expect(new Set(former).size).toBe(63);
});

test.each([
  ['Hải Phòng', ['Hải Dương', 'Hải Phòng']],
  ['Đồng Tháp', ['Tiền Giang', 'Đồng Tháp']],
  ['Huế', ['Thừa Thiên Huế']],
  ['Thanh Hóa', []],
])('%s kế thừa %j', (name, former) => expect(provinces.find((province) => province.name === name)?.predecessors.map((old) => old.name)).toEqual(former));

test('Đồng Nai là thành phố từ 30/4/2026', () => {
  expect(provinces.find(({ name }) => name === 'Đồng Nai')).toMatchObject({ level: 'thành phố trực thuộc trung ương', validFrom: '2025-07-01', levelFrom: '2026-04-30' });
});
