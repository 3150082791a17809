import { expect, test } from 'vitest';
import { oncePerPress } from '../../renderer/lib/once-per-press.ts';

function pressing() {
  const clock = { now: 0 };
  return { clock, press: oncePerPress(() => clock.now) };
}

test('một lần bấm đến hai đường (phím và thực đơn) chỉ chạy một lần, đường nào trước cũng vậy', () => {
  const { clock, press } = pressing();
  expect([press.byKey('issue'), press.byMenu('issue')]).toEqual([true, false]);
  press.end();
  clock.now += 1000;
  expect([press.byMenu('save'), press.byKey('save')]).toEqual([true, false]);
});

test('bấm hai lần thật là hai lần; lệnh khác không bị nuốt', () => {
  const { clock, press } = pressing();
  expect(press.byKey('save')).toBe(true);
  press.end();
  clock.now += 50;
  expect(press.byKey('save')).toBe(true);
  expect(press.byMenu('print')).toBe(true);
});

test('phím còn giữ thì lệnh thực đơn đến muộn vẫn là lần bấm ấy; thả ra rồi mới chọn ở thực đơn là lần khác', () => {
  const { clock, press } = pressing();
  press.byKey('issue');
  clock.now += 900;
  expect(press.byMenu('issue')).toBe(false);
  press.byKey('issue');
  press.end();
  clock.now += 900;
  expect(press.byMenu('issue')).toBe(true);
});
