import { createRouterClient } from '@orpc/server';
import { ORPCError } from '@orpc/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Client } from '../fixtures/open-engine.ts';
import { compareWithModel } from '../fixtures/owed-compare.ts';
import { type ModelWorld, stateOf, wholeDays } from '../fixtures/owed-model.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { newFolder, removeFolder } from '../fixtures/temporary-folder.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { inThreeZones } from '../fixtures/zones.ts';

const agencies = ['Sở Tài chính', 'Sở Y tế', 'UBND xã Bình Hòa', 'UBND phường Tân An', 'Báo An Bình'];
const days = ['2026-11-12', '2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
const kinds = ['issue', 'report', 'partial', 'again', 'ahead', 'extend', 'excuse', 'withdraw', 'cancel', 'undo', 'merge', 'until'] as const;
interface Step {
  kind: (typeof kinds)[number];
  pick: number;
  other: number;
  hour: boolean;
}

const steps = fc.array(fc.record({ kind: fc.constantFrom(...kinds, 'report' as const, 'report' as const, 'extend' as const), pick: fc.nat(10_000), other: fc.nat(10_000), hour: fc.boolean() }), { minLength: 12, maxLength: 45, size: 'max' });
const from = <Item>(items: readonly Item[], pick: number): Item => items[pick % items.length] as Item;

interface Trial {
  client: Client;
  world: ModelWorld;
  /** Days as they were before acts that can be undone, by act. */
  before: Map<number, () => void>;
  acts: number[];
}

async function issue({ client, world }: Trial, { pick, other, hour }: Step): Promise<void> {
  const names = agencies.filter((_, index) => ((pick >> index) & 1) === 1 || index === other % agencies.length);
  const recurring = pick % 3 !== 0;
  const one = { agencies: names, what: 'báo cáo kết quả', due: from(days, other), time: hour ? '16:00' : null, recurrence: recurring ? ('daily' as const) : null, until: recurring && pick % 5 !== 2 ? '2026-11-23' : null, reportTo: null };
  const obligations = pick % 4 === 1 ? [one, { ...one, agencies: names.slice(0, 2), what: 'gửi danh sách', due: from(days, pick), recurrence: null, until: null }] : [one];
  const { id } = await client.outgoing.draft(sampleLetter({ appendices: [], obligations }));
  await client.outgoing.issue({ id, issuedDate: '2026-11-10' });
  for (const kept of (await client.owed.of({ dispatch: id })).rows) {
    // without an end: every day is there that comes within a month of today, and none behind it
    if (kept.recurrence !== null && kept.until === null) expect([kept.days.at(-1)?.day, kept.days.length]).toEqual(['2026-12-21', wholeDays(kept.due, '2026-12-21') + 1]);
    kept.duties.forEach((duty, order) => kept.days.forEach(({ n, day }) => world.days.push({ id: duty.id * 10_000 + n, dispatch: id, obligation: kept.id, order, n, agency: duty.name, agencyId: duty.agencyId, day, time: kept.time, extended: null, excused: false, report: null })));
  }
}

/** Does one step on the engine and, where it was not refused, on the model; the model itself says what must be refused. */
async function doStep(trial: Trial, step: Step): Promise<void> {
  const { client, world } = trial;
  const { kind, pick, other, hour } = step;
  if (kind === 'issue' || world.days.length === 0) return issue(trial, step);
  const each = from(world.days, pick);
  const ended = world.endedDispatches.has(each.dispatch) || world.withdrawn.has(each.obligation);
  const keep = { ...each };
  const remember = ({ act }: { act: number | null }): void => {
    if (act === null) return;
    const now = JSON.stringify([each.extended, each.excused, each.report]);
    trial.acts.push(act);
    trial.before.set(act, () => {
      // only where the day still is as the act left it
      if (JSON.stringify([each.extended, each.excused, each.report]) === now) Object.assign(each, { extended: keep.extended, excused: keep.excused, report: keep.report });
    });
  };
  const reported = each.report !== null && !each.report.partial && !each.excused;
  const refused = async (call: Promise<unknown>): Promise<void> => {
    await expect(call).rejects.toBeInstanceOf(ORPCError);
  };
  if (kind === 'report' || kind === 'partial' || kind === 'again' || kind === 'ahead') {
    const report = { date: kind === 'ahead' ? '2026-11-11' : from(days, other), time: hour ? '08:00' : null, partial: kind === 'partial' };
    const call = client.owed.report({ id: each.id, receivedDate: report.date, receivedTime: report.time, partial: report.partial, again: kind === 'again' });
    if (ended || (reported && kind !== 'again')) return refused(call);
    const answer = await call;
    Object.assign(each, { report, excused: false });
    expect({ state: answer.state, settled: answer.settled, lateDays: answer.lateDays }).toEqual(stateOf(each, { day: '2026-11-20', time: '09:30' }));
    return remember(answer);
  }
  if (kind === 'extend') {
    const extended = { day: `2026-11-${String(13 + (other % 14))}`, time: hour ? '10:00' : null };
    const call = client.owed.extend({ id: each.id, due: extended.day, time: extended.time, reason: 'mưa lũ' });
    const later = extended.day > each.day || (extended.day === each.day && (extended.time ?? '24:00') > (each.time ?? '24:00'));
    if (ended || each.excused || reported || !later) return refused(call);
    each.extended = extended;
    return remember(await call);
  }
  if (kind === 'excuse') {
    const call = client.owed.excuse({ id: each.id, reason: 'không phát sinh' });
    if (ended || (each.report !== null && !each.report.partial)) return refused(call);
    each.excused = true;
    return remember(await call);
  }
  if (kind === 'withdraw') {
    // rarely, else nothing is left to owe
    if (other % 4 !== 0) return;
    const call = client.owed.withdraw({ obligation: each.obligation, reason: 'đã đủ số liệu' });
    if (ended) return refused(call);
    const { act } = await call;
    world.withdrawn.add(each.obligation);
    if (act !== null && other % 8 === 0) {
      await client.owed.undo({ act });
      world.withdrawn.delete(each.obligation);
    }
    return;
  }
  if (kind === 'cancel') {
    if (other % 3 !== 0) return;
    if (world.endedDispatches.has(each.dispatch)) {
      await client.outgoing.restore({ id: each.dispatch });
      world.endedDispatches.delete(each.dispatch);
    } else {
      await client.outgoing.cancel({ id: each.dispatch, reason: 'ký nhầm' });
      world.endedDispatches.add(each.dispatch);
    }
    return;
  }
  if (kind === 'undo') {
    const act = trial.acts.pop();
    if (act === undefined) return;
    try {
      await client.owed.undo({ act });
      trial.before.get(act)?.();
    } catch (error) {
      expect((error as ORPCError<string, unknown>).code).toMatch(/CHANGED_MEANWHILE|NOT_ALLOWED/);
    }
    return;
  }
  if (kind === 'until') {
    const mine = world.days.filter(({ obligation }) => obligation === each.obligation);
    const last = mine.map(({ day }) => day).sort().at(-1) ?? '';
    const until = other % 5 === 0 ? null : `2026-11-${String(20 + (other % 9))}`;
    const behind = (day: string): boolean => until !== null && day > until;
    const call = client.owed.change({ obligation: each.obligation, until });
    const { rows } = await client.owed.of({ dispatch: each.dispatch });
    const kept = rows.find(({ id }) => id === each.obligation);
    if (ended || kept?.recurrence == null || mine.some((one) => behind(one.day) && (one.extended ?? one.report ?? (one.excused || null)) !== null)) return refused(call);
    await call;
    world.days = world.days.filter((one) => one.obligation !== each.obligation || !behind(one.day));
    const after = (await client.owed.of({ dispatch: each.dispatch })).rows.find(({ id }) => id === each.obligation);
    after?.duties.forEach((duty, order) => after.days.filter(({ day }) => day > last).forEach(({ n, day }) => world.days.push({ id: duty.id * 10_000 + n, dispatch: each.dispatch, obligation: each.obligation, order, n, agency: duty.name, agencyId: duty.agencyId, day, time: each.time, extended: null, excused: false, report: null })));
    return;
  }
  if (world.mergedInto.size > 0) return;
  const { rows } = await client.agencies.list({ all: true });
  const [kept, merged] = ['Sở Tài chính', 'Sở Y tế'].map((name) => rows.find((agency) => agency.name === name)?.id ?? 0) as [number, number];
  await client.agencies.merge({ keep: kept, merge: [merged], reason: 'hai mục của một cơ quan' });
  world.mergedInto.set(merged, kept);
}

inThreeZones(() => {
  test('việc làm ngẫu nhiên: ai nợ, chậm mấy ngày, bảng và tổng đều đúng như đếm từng đơn vị từng ngày', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const folder = newFolder();
        const engine = testEngine(folder);
        try {
          const client = createRouterClient(engine.router, { context: engine.context });
          await client.settings.update({ office: sampleOffice });
          for (const name of ['Sở Tài chính', 'Sở Y tế', 'UBND xã Bình Hòa']) await client.agencies.save({ name });
          const trial: Trial = { client, world: { days: [], endedDispatches: new Set(), withdrawn: new Set(), mergedInto: new Map() }, before: new Map(), acts: [] };
          for (const step of [{ kind: 'issue', pick: 31, other: 1, hour: true } as Step, ...all]) await doStep(trial, step);
          await compareWithModel(client, trial.world);
          expect((await client.health.check()).findings).toEqual([]);
        } finally {
          await engine.close();
          removeFolder(folder);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 6), endOnFailure: process.env.SEED === undefined, ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  });
});
