import { describe, expect, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

async function openOffice() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  return opened;
}

describe('bỏ dự thảo', () => {
  test('chưa từng có số, chưa chuyển cho ai: bỏ không cần lý do, hoàn tác thì dự thảo trở lại nguyên vẹn', async () => {
    const { client, folder, engine } = await openOffice();
    const { id } = await client.outgoing.draft(sampleLetter({ subject: 'góp ý dự thảo' }));
    const before = await client.outgoing.get({ id });
    const { act, status } = await client.outgoing.discard({ id });
    expect(status).toBe('cancelled');
    expect((await client.outgoing.list({ status: 'draft', limit: 10 })).total).toBe(0);
    expect((await client.outgoing.get({ id })).history.at(-1)).toMatchObject({ act: 'cancel', reason: null });
    expect((await client.books.list({ year: 2026 })).rows.find(({ kind }) => kind === 'outgoing')?.next ?? 1).toBe(1);

    expect(await client.register.undo({ act })).toMatchObject({ changed: 1, kept: 0 });
    const after = await client.outgoing.get({ id });
    expect([after.status, after.cancelReason, after.subject, after.body]).toEqual(['draft', null, before.subject, before.body]);
    expect((await client.outgoing.list({ text: 'góp ý dự thảo', status: 'draft', limit: 10 })).total).toBe(1);
    expect((await client.outgoing.issue({ id })).code).toBe('01/UBND-VP');
    expect(await client.health.check()).toMatchObject({ findings: [] });
    await engine.context.inTurn(() => Promise.resolve());
    expect(auditRegister(folder).faults).toEqual([]);
  });

  test('lấy lại dự thảo đã bỏ rồi bỏ lần nữa', async () => {
    const { client } = await openOffice();
    const { id } = await client.outgoing.draft(sampleLetter());
    await client.outgoing.discard({ id });
    expect((await refusalOf(client.outgoing.discard({ id }))).message).toContain('đã bỏ từ trước');
    expect(await client.outgoing.restore({ id })).toMatchObject({ status: 'draft' });
    expect((await client.outgoing.discard({ id })).status).toBe('cancelled');
  });

  test('đã có số, số giữ, số đã hủy, số đã chuyển: từ chối bằng một câu, không gì đổi', async () => {
    const { client } = await openOffice();
    const issued = (await client.outgoing.draft(sampleLetter())).id;
    await client.outgoing.issue({ id: issued });
    const refused = await refusalOf(client.outgoing.discard({ id: issued }));
    expect([refused.code, refused.message]).toEqual(['NOT_ALLOWED', 'Văn bản này đã có số 01/UBND-VP nên không bỏ được; muốn thôi dùng số ấy thì hủy số và ghi lý do.']);
    await client.outgoing.mark({ ids: [issued], status: 'sent' });
    expect((await refusalOf(client.outgoing.discard({ id: issued }))).code).toBe('NOT_ALLOWED');
    await client.outgoing.cancel({ id: issued, reason: 'nhầm' });
    expect((await refusalOf(client.outgoing.discard({ id: issued }))).message).toContain('đã hủy và vẫn đứng trong sổ');

    const { rows } = await client.outgoing.reserve({ codeNotation: 'UBND-VP', reason: 'họp chiều', amount: 1 });
    const reserved = rows[0]?.id ?? 0;
    expect((await refusalOf(client.outgoing.discard({ id: reserved }))).message).toContain('đã có số 02/UBND-VP');
    const taker = (await client.outgoing.draft(sampleLetter())).id;
    await client.outgoing.issue({ id: taker, reserved });
    expect((await refusalOf(client.outgoing.discard({ id: reserved }))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(client.outgoing.discard({ id: 999 }))).code).toBe('NOT_FOUND');
    expect((await client.outgoing.get({ id: taker })).code).toBe('02/UBND-VP');
  });

  test('bàn khác vừa gõ thêm: không bỏ điều chưa ai xem', async () => {
    const { client } = await openOffice();
    const { id, revision } = await client.outgoing.draft(sampleLetter());
    await client.outgoing.update({ ...sampleLetter({ subject: 'bàn hai gõ thêm' }), id });
    expect((await refusalOf(client.outgoing.discard({ id, revision }))).code).toBe('CHANGED_MEANWHILE');
    expect((await client.outgoing.get({ id })).status).toBe('draft');
  });

  test('bỏ rồi lấy lại và cấp số: lời hoàn tác cũ không kéo số đã cấp về', async () => {
    const { client } = await openOffice();
    const { id } = await client.outgoing.draft(sampleLetter());
    const { act } = await client.outgoing.discard({ id });
    await client.outgoing.restore({ id });
    await client.outgoing.issue({ id });
    expect((await refusalOf(client.register.undo({ act }))).code).toBe('CHANGED_MEANWHILE');
    expect((await client.outgoing.get({ id })).code).toBe('01/UBND-VP');
  });
});
