import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incomingInput } from '../../renderer/features/incoming/incoming-input.ts';
import { outgoingInput } from '../../renderer/features/outgoing/outgoing-input.ts';
import { everything, isNarrowed, readListAddress, sameWanted, writeListAddress } from '../../renderer/components/register-list/list-address.ts';
import { contentOf, moveView, readOwnViews } from '../../renderer/components/register-list/own-view.ts';
import { chooseStretch, chosenRows, nothingChosen, toggleLine, type LineSelection } from '../../renderer/components/register-grid/line-selection.ts';

const today = '2026-11-20';

describe('địa chỉ của sổ', () => {
  test('ghi rồi đọc lại vẫn là điều đang xem', () => {
    fc.assert(
      fc.property(
        fc.record({ view: fc.constantFrom(null, 'late', 'today'), year: fc.option(fc.integer({ min: 1990, max: 2100 })), text: fc.string(), filters: fc.dictionary(fc.constantFrom('subject', 'arrival'), fc.string({ minLength: 1 })), id: fc.option(fc.integer({ min: 1, max: 999_999_999 })) }),
        (address) => {
          const read = readListAddress(new URLSearchParams(writeListAddress(address).toString()), ['late', 'today'], ['subject', 'arrival']);
          expect({ ...read, filters: { ...read.filters } }).toEqual({ ...address, filters: { ...address.filters } });
        },
      ),
    );
  });

  test('địa chỉ lạ thì phần không hiểu được bỏ qua', () => {
    expect(readListAddress(new URLSearchParams('view=bịa&year=năm nay&id=-3&cot.subject=x&cot.lạ=y'), ['late'], ['subject'])).toEqual({ view: null, year: null, text: '', filters: { subject: 'x' }, id: null });
  });

  test('ô lọc rỗng không kể là lọc', () => {
    expect(sameWanted({ ...everything, filters: { subject: '' } }, everything)).toBe(true);
    expect(isNarrowed({ ...everything, filters: { subject: '' } })).toBe(false);
    expect(isNarrowed({ ...everything, view: 'late' })).toBe(false);
  });
});

describe('điều hỏi sổ', () => {
  test('văn bản đến: chữ theo cột, ngày gõ tắt, tình trạng chọn', () => {
    expect(incomingInput({ view: 'late', year: 2026, text: 'họp', filters: { organName: 'stc', arrival: '5/3–', due: '3/2026', handling: 'waiting', priority: '3', needsReply: 'yes' } }, today)).toEqual({
      view: 'late',
      year: 2026,
      text: 'họp',
      from: '2026-03-05',
      columns: { organName: 'stc', dueFrom: '2026-03-01', dueTo: '2026-03-31', handling: 'waiting', priority: 3, needsReply: true },
    });
  });

  test.each<Record<string, string>>([{ arrival: 'mai' }, { handling: 'bịa' }, { priority: '9' }, { needsReply: '?' }])('điều không đọc được dưới đầu cột (%o) không lọc gì', (filters) => {
    expect(incomingInput({ ...everything, filters }, today)).toEqual({});
  });

  test('văn bản đi: mục xem là trạng thái hoặc khung nhìn; trạng thái chọn ở cột thì hơn', () => {
    expect(outgoingInput({ ...everything, view: 'cancelled' }, today)).toEqual({ status: 'cancelled' });
    expect(outgoingInput({ ...everything, view: 'unsent' }, today)).toEqual({ view: 'unsent' });
    expect(outgoingInput({ ...everything, filters: { status: 'recalled', code: '2953' } }, today)).toEqual({ status: 'recalled', columns: { code: '2953' } });
  });
});

describe('cách xem của riêng mình', () => {
  const views = ['a', 'b', 'c'].map((name, place) => ({ name, place, wanted: { ...everything, text: name } }));
  const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join('');

  test('giữ rồi đọc lại, theo thứ tự đã xếp', () => {
    const kept = moveView(views, 'c', -1).map((view) => ({ name: view.name, content: contentOf(view) }));
    expect(names(readOwnViews(kept.reverse()))).toBe('acb');
    expect(readOwnViews(kept)[0]?.wanted).toEqual({ ...everything, text: 'a' });
  });

  test('ra khỏi đầu hàng thì đứng yên', () => {
    expect(names(moveView(views, 'a', -1))).toBe('abc');
    expect(names(moveView(views, 'c', 1))).toBe('abc');
  });

  test('điều giữ từ bản khác vẫn mở được', () => {
    expect(readOwnViews([{ name: 'cũ', content: { view: 5, filters: 'hỏng' } }])).toEqual([{ name: 'cũ', place: Number.MAX_SAFE_INTEGER, wanted: everything }]);
  });
});

describe('chọn dòng', () => {
  const row = (id: number) => ({ id });
  test('chọn, bỏ chọn, và trả về theo thứ tự của sổ', () => {
    const start: LineSelection<{ id: number }> = nothingChosen;
    const two = toggleLine(toggleLine(start, row(7), 9), row(8), 3);
    expect(chosenRows(two).map(({ id }) => id)).toEqual([8, 7]);
    expect(two.anchor).toBe(3);
    expect(chosenRows(toggleLine(two, row(7), 9)).map(({ id }) => id)).toEqual([8]);
  });

  test('một đoạn liền nhau giữ chỗ bắt đầu', () => {
    const stretch = chooseStretch([row(4), row(5), row(6)], 10, 12);
    expect([...stretch.lines.values()].map(({ index }) => index)).toEqual([10, 11, 12]);
    expect(stretch.anchor).toBe(12);
  });
});
