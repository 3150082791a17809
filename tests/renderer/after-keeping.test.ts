import { expect, test } from 'vitest';
import { afterKeeping } from '../../renderer/features/settings/after-keeping.ts';

const form = (name: string, place: string, series: string[] = []) => ({ office: { name, place }, clerk: null as string | null, series });

test('lưu xong: ô không đụng đến nhận giá trị đã lưu, ô vừa gõ thêm giữ chữ đang gõ', () => {
  const sent = form(' SỞ NỘI VỤ ', 'An Bình');
  expect(afterKeeping(sent, sent, form('SỞ NỘI VỤ', 'An Bình'))).toEqual(form('SỞ NỘI VỤ', 'An Bình'));
  expect(afterKeeping(form(' SỞ NỘI VỤ ', 'An Bình mới'), sent, form('SỞ NỘI VỤ', 'An Bình'))).toEqual(form('SỞ NỘI VỤ', 'An Bình mới'));
});

test('danh sách dãy số đang sửa dở được giữ nguyên cả danh sách', () => {
  const sent = form('A', 'B', ['dãy 1']);
  expect(afterKeeping(form('A', 'B', ['dãy 1', 'dãy 2']), sent, sent).series).toEqual(['dãy 1', 'dãy 2']);
});
