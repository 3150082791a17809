import { describe, expect, it } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const communes = ['UBND xã Bình Hòa', 'UBND phường Tân An', 'UBND xã An Sơn'];

/** A letter of 10/11/2026 by which three communes report on four days; one report has come, one is excused: ten are owed. */
async function askedDispatch() {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  const { id } = await client.outgoing.draft(sampleLetter({ addressees: communes, obligations: [{ agencies: communes, what: 'báo cáo', due: '2026-11-16', time: null, recurrence: 'daily', until: '2026-11-19' }] }));
  await client.outgoing.issue({ id, issuedDate: '2026-11-10' });
  const { rows } = await client.owed.list({ dispatch: id });
  await client.owed.report({ id: rows[0]?.id ?? 0, receivedDate: '2026-11-16' });
  await client.owed.excuse({ id: rows[1]?.id ?? 0, reason: 'sáp nhập' });
  const other = await client.outgoing.register({ codeNotation: 'UBND-VP', subject: 'bản thay', issuedDate: '2026-11-12' });
  const owedNow = async () => (await client.owed.list({ dispatch: id })).rows.filter(({ state }) => state !== 'done').length;
  return { client, id, by: other.id, owedNow };
}

const lapsed = ['10 báo cáo còn phải nộp của văn bản này thôi theo dõi.'];
const watched = ['10 báo cáo còn phải nộp của văn bản này lại được theo dõi.'];

describe('văn bản hết hiệu lực thì báo cáo còn phải nộp thôi theo dõi', () => {
  it('hủy số: xem trước nói mà không làm gì, hủy thì nói, lấy lại thì báo cáo trở lại', async () => {
    const { client, id, owedNow } = await askedDispatch();
    expect(await client.outgoing.cancel({ id, preview: true })).toEqual({ id, status: 'cancelled', notices: lapsed });
    expect([await owedNow(), (await client.outgoing.get({ id })).status]).toEqual([10, 'issued']);
    expect(await client.outgoing.cancel({ id, reason: 'ký nhầm' })).toEqual({ id, status: 'cancelled', notices: lapsed });
    expect(await owedNow()).toBe(0);
    expect(await client.outgoing.restore({ id })).toEqual({ id, status: 'issued', notices: watched });
    expect(await owedNow()).toBe(10);
    const refused = await refusalOf(client.outgoing.cancel({ id }));
    expect([refused.code, refused.message, refused.data.problems?.[0]?.field]).toEqual(['INPUT_INVALID', 'Ghi lý do hủy.', 'reason']);
  });

  it.each([['recalled', 'thu hồi'], ['replaced', 'thay thế']] as const)('%s: xem trước, làm, hoàn tác, làm lại, trả về đã cấp số đều nói', async (status, why) => {
    const { client, id, by, owedNow } = await askedDispatch();
    const wanted = { ids: [id], status, by: status === 'replaced' ? by : null, reason: why };
    expect(await client.outgoing.mark({ ...wanted, preview: true })).toMatchObject({ changed: 1, act: null, notices: lapsed });
    const { act, notices } = await client.outgoing.mark(wanted);
    expect([notices, await owedNow()]).toEqual([lapsed, 0]);
    const back = await client.register.undo({ act: act ?? 0 });
    expect([back.notices, await owedNow()]).toEqual([watched, 10]);
    expect((await client.register.undo({ act: back.act ?? 0 })).notices).toEqual(lapsed);
    expect((await client.outgoing.mark({ ids: [id], status: 'issued' })).notices).toEqual(watched);
    expect(await owedNow()).toBe(10);
  });

  it('đã thu hồi rồi mới hủy, rồi lấy lại về thu hồi: chẳng có gì đổi nên không nói', async () => {
    const { client, id } = await askedDispatch();
    await client.outgoing.mark({ ids: [id], status: 'recalled', reason: 'sai' });
    expect(await client.outgoing.cancel({ id, reason: 'gộp' })).toEqual({ id, status: 'cancelled' });
    expect(await client.outgoing.restore({ id })).toEqual({ id, status: 'recalled' });
  });

  it('gửi đi, đính chính và việc đã thôi yêu cầu không làm gì thôi theo dõi; hai văn bản thì đếm cả hai', async () => {
    const { client, id, by } = await askedDispatch();
    expect((await client.outgoing.mark({ ids: [id], status: 'corrected', by, reason: 'thiếu nơi nhận' })).notices).toEqual([]);
    await client.owed.add({ dispatch: by, obligations: [{ agencies: communes.slice(0, 2), what: 'gửi danh sách', due: '2026-11-25', time: null, recurrence: null }] });
    const both = { ids: [id, by], status: 'recalled' as const, reason: 'thu hồi', preview: true };
    expect((await client.outgoing.mark(both)).notices).toEqual(['12 báo cáo còn phải nộp của 2 văn bản thôi theo dõi.']);
    const [obligation] = (await client.owed.of({ dispatch: id })).rows;
    await client.owed.withdraw({ obligation: obligation?.id ?? 0, reason: 'thôi' });
    expect((await client.outgoing.mark(both)).notices).toEqual(['2 báo cáo còn phải nộp của 1 văn bản thôi theo dõi.']);
  });
});
