import { describe, expect, it } from 'vitest';
import { openEngine } from '../fixtures/open-engine.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import { sampleOffice } from '../fixtures/sample-letters.ts';

const places = ['Sở Tài chính', 'Sở Xây dựng', 'Sở Y tế'];

/** A dispatch made elsewhere and issued on 10/11/2026 that goes to three sở, on 20/11/2026. */
async function dispatchToThree() {
  const opened = openEngine();
  const { client } = opened;
  await client.settings.update({ office: sampleOffice });
  const { id } = await client.outgoing.register({ codeNotation: 'UBND-VP', subject: 'giao chỉ tiêu', issuedDate: '2026-11-10' });
  const added = await client.recipients.add({ dispatch: id, lines: places });
  const ids = added.rows.map((row) => row.id);
  const line = async () => {
    const { status, sentDate, history } = await client.outgoing.get({ id });
    return { status, sentDate, acts: history.map(({ act }) => act) };
  };
  const listed = async () => (await client.recipients.list({ dispatch: id })).rows.map(({ name, sentDate }) => [name, sentDate]);
  return { ...opened, id, ids, added, line, listed };
}

const sent = (sentDate: string | null) => ({ how: 'network' as const, sentDate });

describe('gửi đủ các nơi thì văn bản là đã gửi', () => {
  it('hai nơi thì chưa, nơi cuối cùng thì sổ ghi đã gửi vào ngày muộn nhất, có lịch sử và một câu', async () => {
    const { client, ids, line, folder, engine } = await dispatchToThree();
    expect(await client.recipients.mark({ ids: ids.slice(0, 1), set: sent('2026-11-13') })).toMatchObject({ changed: 1, notices: [] });
    await client.recipients.mark({ ids: ids.slice(1, 2), set: sent('2026-11-11') });
    expect(await line()).toMatchObject({ status: 'issued', sentDate: null });
    const last = { ids: ids.slice(2), set: sent('2026-11-12') };
    const told = ['Văn bản 01/UBND-VP đã gửi đủ 3 nơi nên ghi «Đã gửi».'];
    expect(await client.recipients.mark({ ...last, preview: true })).toMatchObject({ changed: 1, act: null, notices: told });
    expect((await line()).status).toBe('issued');
    expect((await client.recipients.mark(last)).notices).toEqual(told);
    expect(await line()).toEqual({ status: 'sent', sentDate: '2026-11-13', acts: ['register', 'send'] });
    expect((await client.outgoing.list({ view: 'unsent' })).total).toBe(0);
    expect((await client.health.check()).findings).toEqual([]);
    await engine.close();
    expect(auditRegister(folder).faults).toEqual([]);
  });

  it('gửi trước ngày của văn bản: ghi, mà hỏi lại ngày; gửi đúng ngày ấy thì không', async () => {
    const { client, ids } = await dispatchToThree();
    const told = ['Ngày gửi 09/11/2026 trước ngày 10/11/2026 của văn bản 01/UBND-VP; kiểm tra lại ngày.'];
    expect(await client.recipients.mark({ ids: ids.slice(0, 1), set: sent('2026-11-09'), preview: true })).toMatchObject({ changed: 1, act: null, notices: told });
    expect(await client.recipients.mark({ ids: ids.slice(0, 1), set: sent('2026-11-09') })).toMatchObject({ changed: 1, notices: told });
    expect((await client.recipients.mark({ ids: ids.slice(1, 2), set: sent('2026-11-10') })).notices).toEqual([]);
  });

  it('hoàn tác trả cả nơi nhận lẫn văn bản, làm lại thì lại đã gửi; ai đã sửa dòng của sổ thì dòng ấy giữ', async () => {
    const { client, id, ids, line, listed } = await dispatchToThree();
    const { act } = await client.recipients.mark({ ids, set: sent('2026-11-12') });
    const back = await client.recipients.undo({ act: act ?? 0 });
    expect(back).toMatchObject({ changed: 3, kept: 0, notices: ['Văn bản 01/UBND-VP trở lại «Đã cấp số».'] });
    expect(await line()).toEqual({ status: 'issued', sentDate: null, acts: ['register', 'send', 'undo'] });
    expect((await listed()).map(([, day]) => day)).toEqual([null, null, null]);
    const again = await client.recipients.undo({ act: back.act ?? 0 });
    expect(again.notices).toEqual(['Văn bản 01/UBND-VP đã gửi đủ 3 nơi nên ghi «Đã gửi».']);
    expect(await line()).toMatchObject({ status: 'sent', sentDate: '2026-11-12' });
    await client.outgoing.note({ id, sentDate: '2026-11-14' });
    const kept = await client.recipients.undo({ act: again.act ?? 0 });
    expect(kept.notices.join(' ')).toContain('vẫn ghi «Đã gửi», còn 3/3 nơi chưa ghi ngày gửi');
    expect(await line()).toMatchObject({ status: 'sent', sentDate: '2026-11-14' });
  });

  it('hoàn tác mà nơi nào cũng còn ngày gửi thì văn bản vẫn đã gửi', async () => {
    const { client, ids, line } = await dispatchToThree();
    await client.recipients.mark({ ids: ids.slice(0, 2), set: sent('2026-11-11') });
    const { act } = await client.recipients.mark({ ids: ids.slice(1), set: sent('2026-11-12') });
    await client.recipients.mark({ ids: ids.slice(2), set: sent('2026-11-13') });
    expect(await client.recipients.undo({ act: act ?? 0 })).toMatchObject({ changed: 1, kept: 1 });
    expect(await line()).toMatchObject({ status: 'sent' });
  });

  it('tự xóa ngày gửi của một nơi thì văn bản không lặng lẽ thành chưa gửi, và điều đó được nói', async () => {
    const { client, ids, line } = await dispatchToThree();
    await client.recipients.mark({ ids, set: sent('2026-11-12') });
    const { notices } = await client.recipients.mark({ ids: ids.slice(0, 1), set: { sentDate: null } });
    expect(notices).toEqual(['Văn bản 01/UBND-VP vẫn ghi «Đã gửi», còn 1/3 nơi chưa ghi ngày gửi.', 'Nếu văn bản chưa gửi đi thì trả về «Đã cấp số».']);
    expect(await line()).toMatchObject({ status: 'sent', sentDate: '2026-11-12' });
  });

  it('văn bản đã thu hồi chỉ thêm ngày chuyển; văn bản đã hủy không đổi gì', async () => {
    const { client, id, ids, line } = await dispatchToThree();
    await client.outgoing.mark({ ids: [id], status: 'recalled', reason: 'ban hành nhầm' });
    const { act, notices } = await client.recipients.mark({ ids, set: sent('2026-11-12') });
    expect(notices.join(' ')).toContain('trạng thái giữ nguyên');
    expect(await line()).toMatchObject({ status: 'recalled', sentDate: '2026-11-12' });
    await client.recipients.undo({ act: act ?? 0 });
    expect(await line()).toMatchObject({ status: 'recalled', sentDate: null });
    await client.outgoing.cancel({ id, reason: 'ký nhầm' });
    expect((await client.recipients.mark({ ids, set: sent('2026-11-12') })).notices).toEqual([]);
    expect(await line()).toMatchObject({ status: 'cancelled', sentDate: null });
  });

  it('hai văn bản một lúc: mỗi dòng vào ngày của nó, một câu cho cả hai, hoàn tác cả hai', async () => {
    const { client, ids, line } = await dispatchToThree();
    const other = await client.outgoing.register({ codeNotation: 'UBND-VP', subject: 'gửi tiếp', issuedDate: '2026-11-11' });
    const { rows } = await client.recipients.add({ dispatch: other.id, lines: places.slice(0, 1) });
    const { act, notices } = await client.recipients.mark({ ids: [...ids, ...rows.map((row) => row.id)], set: sent('2026-11-12') });
    expect(notices).toEqual(['2 văn bản đã gửi đủ các nơi nên ghi «Đã gửi».']);
    expect((await client.recipients.undo({ act: act ?? 0 })).notices).toEqual(['2 văn bản trở lại «Đã cấp số».']);
    expect([(await line()).status, (await client.outgoing.get({ id: other.id })).status]).toEqual(['issued', 'issued']);
  });

  it('ghi «Đã gửi» ngay ở sổ: nói còn mấy nơi chưa ghi ngày gửi, không đoán thay', async () => {
    const { client, id, ids, listed } = await dispatchToThree();
    await client.recipients.mark({ ids: ids.slice(0, 1), set: sent('2026-11-11') });
    const marked = { ids: [id], status: 'sent' as const, sentDate: '2026-11-12' };
    const told = ['Văn bản 01/UBND-VP còn 2/3 nơi chưa ghi ngày gửi ở «Gửi đến từng nơi».'];
    expect((await client.outgoing.mark({ ...marked, preview: true })).notices).toEqual(told);
    expect((await client.outgoing.mark(marked)).notices).toEqual(told);
    expect((await listed()).map(([, day]) => day)).toEqual(['2026-11-11', null, null]);
    expect((await client.recipients.add({ dispatch: id, lines: ['Sở Nội vụ'] })).notices).toEqual(['Văn bản 01/UBND-VP vẫn ghi «Đã gửi», còn 3/4 nơi chưa ghi ngày gửi.']);
  });
});

describe('trả về «Đã cấp số»', () => {
  it('nói còn mấy nơi giữ ngày gửi, không tự bỏ ngày của ai; chưa nơi nào có ngày thì không nói', async () => {
    const { client, id, ids, line, listed } = await dispatchToThree();
    await client.outgoing.mark({ ids: [id], status: 'sent', sentDate: '2026-11-12' });
    expect((await client.outgoing.mark({ ids: [id], status: 'issued' })).notices).toEqual([]);
    await client.recipients.mark({ ids, set: sent('2026-11-13') });
    expect((await line()).status).toBe('sent');
    const told = ['3 nơi nhận vẫn giữ ngày gửi ở «Gửi đến từng nơi»; nơi nào chưa gửi thì bỏ ngày ở đó.'];
    expect((await client.outgoing.mark({ ids: [id], status: 'issued', preview: true })).notices).toEqual(told);
    expect((await client.outgoing.mark({ ids: [id], status: 'issued' })).notices).toEqual(told);
    expect((await listed()).map(([, day]) => day)).toEqual(['2026-11-13', '2026-11-13', '2026-11-13']);
    expect(await line()).toMatchObject({ status: 'issued', sentDate: null });
  });
});

describe('nơi nhận thêm nhầm', () => {
  it('hoàn tác thì ra khỏi danh sách, làm lại thì vào lại, cứ thế nhiều lần', async () => {
    const { client, id, added, listed } = await dispatchToThree();
    let act: number | null = added.act;
    for (const left of [0, 3, 0, 3]) {
      const { act: next, ...told } = await client.recipients.undo({ act: act ?? 0 });
      expect(told).toEqual({ changed: 3, kept: 0, notices: [] });
      expect(await listed()).toHaveLength(left);
      act = next;
    }
    expect((await listed()).map(([name]) => name)).toEqual(places);
    await client.recipients.undo({ act: act ?? 0 });
    await client.recipients.add({ dispatch: id, lines: places.slice(1) });
    expect((await listed()).map(([name]) => name)).toEqual(places.slice(1));
    expect((await client.health.check()).findings).toEqual([]);
  });

  it('nơi đã ghi gửi thì ở lại và được đếm; đã ghi hết thì không hoàn tác được', async () => {
    const { client, ids, added, listed } = await dispatchToThree();
    const { act } = await client.recipients.mark({ ids: ids.slice(0, 1), set: { note: 'nhận tại chỗ' } });
    expect(await client.recipients.undo({ act: added.act })).toMatchObject({ changed: 2, kept: 1, notices: ['1 nơi đã được sửa sau đó nên giữ nguyên.'] });
    expect(await listed()).toEqual([['Sở Tài chính', null]]);
    await expect(client.recipients.undo({ act: added.act })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await client.recipients.undo({ act: act ?? 0 })).toMatchObject({ changed: 1 });
  });

  it('nơi đã bỏ mà thêm lại bằng tay thì làm lại không thành hai dòng', async () => {
    const { client, id, added, listed } = await dispatchToThree();
    const back = await client.recipients.undo({ act: added.act });
    await client.recipients.add({ dispatch: id, lines: places.slice(0, 1) });
    expect(await client.recipients.undo({ act: back.act ?? 0 })).toMatchObject({ changed: 2, kept: 1 });
    expect((await listed()).map(([name]) => name)).toEqual(places);
  });

  it('bỏ nơi thêm nhầm mà các nơi còn lại đã gửi đủ thì văn bản là đã gửi; làm lại thì chưa', async () => {
    const { client, id, ids, line } = await dispatchToThree();
    const { act } = await client.recipients.add({ dispatch: id, lines: ['Sở Nội vụ'] });
    await client.recipients.mark({ ids, set: sent('2026-11-12') });
    expect((await line()).status).toBe('issued');
    const back = await client.recipients.undo({ act });
    expect(back.notices).toEqual(['Văn bản 01/UBND-VP đã gửi đủ 3 nơi nên ghi «Đã gửi».']);
    expect(await line()).toMatchObject({ status: 'sent', sentDate: '2026-11-12' });
    expect((await client.recipients.undo({ act: back.act ?? 0 })).notices).toEqual(['Văn bản 01/UBND-VP trở lại «Đã cấp số».']);
    expect((await line()).status).toBe('issued');
  });
});
