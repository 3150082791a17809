import { localDay, shortDate, yearOf } from '../../../shared/domain/dates.ts';
import { documentTypeCalled, officialLetterType } from '../../../shared/domain/document-types.ts';
import { yearIsSlip } from '../../../shared/domain/issue-date.ts';
import { commonSeries, notationProblem, seriesOf, type SeriesRule } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { emptyLetter, type Letter } from '../../../shared/letter/letter.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { bookState, nextNumber, takeNumber } from '../storage/book-repository.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { attachOutgoing, fillReserved, insertNumbered, type OutgoingLine, reindexOutgoing } from '../storage/outgoing-repository.ts';
import type { Act } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { storeAttached } from './attached-files.ts';
import { chooseNumber, numberTaken, reservedSentence } from './choose-number.ts';
import { enterYear } from './enter-year.ts';
import { implementer } from './implementer.ts';
import { keepWith } from './keep-with.ts';
import { refuseSecrecy } from './refuse-secrecy.ts';
import { refuseUnrealDays } from './unreal-days.ts';

/** The series a call names, or that of the type; refuses one the office has not set up. */
function seriesFor(wanted: string | undefined, typeName: string, rules: readonly SeriesRule[]): string {
  if (!wanted) return seriesOf(typeName, rules);
  if (wanted === commonSeries || rules.some(({ name }) => name === wanted)) return wanted;
  throw new Refusal('NOT_FOUND', `Chưa có dãy số «${wanted}»; khai dãy số ở Cài đặt trước.`, { series: wanted });
}

/** A notation as typed, its dashes alike. */
const tidyNotation = (typed: string): string => typed.replace(/[\u2010-\u2015\u2212]/g, '-');

/** A number just given, as it is printed. */
const printedCode = (codeNumber: number, codeNotation: string): string => codeOfLine({ codeNumber, numberSuffix: '', codeNotation }) ?? '';

function refuseBadNumber(codeNotation: string, issuedDate: string, today: string): void {
  const notation = codeNotation === '' ? null : notationProblem(codeNotation);
  if (notation !== null) throw refuseProblems([{ field: 'codeNotation', message: notation }]);
  refuseUnrealDays({ issuedDate });
  if (yearIsSlip(issuedDate, today)) throw refuseProblems([{ field: 'issuedDate', message: `Năm của ngày văn bản ${shortDate(issuedDate)} còn quá xa; kiểm tra lại ngày để số không vào nhầm sổ.` }]);
}

/** A dispatch made elsewhere takes its number here; what is known of it is kept in the form of a letter without a text. */
export const register = implementer.outgoing.register.handler(async ({ input: { files, series: wantedSeries, reserved: reservedId, backdateReason, confirm, ...value }, context }) => {
  refuseSecrecy(value);
  const today = localDay(context.clock());
  const issuedDate = value.issuedDate ?? today;
  const codeNotation = tidyNotation(value.codeNotation);
  refuseBadNumber(codeNotation, issuedDate, today);
  const typeName = value.typeName ? (documentTypeCalled(value.typeName) ?? value.typeName) : officialLetterType;
  const letter: Letter & { issuedDate: string } = {
    ...emptyLetter(codeNotation),
    typeName,
    issuedDate,
    subject: value.subject,
    priority: value.priority ?? 0,
    addressees: value.addressees ?? [],
    recipients: (value.recipients ?? []).map((name) => ({ name, purpose: null })),
    archive: { units: value.archiveUnits ?? '', drafter: null, copies: value.copies ?? null },
    signer: { competence: value.signer?.competence ?? null, position: value.signer?.position ?? '', fullName: value.signer?.fullName ?? null },
  };
  const waiting = await storeAttached(context, files);
  return context.inTurn(() =>
    keepWith(context, waiting, async (held) => {
      const { database } = held;
      const settings = await readSettings(database);
      const year = yearOf(issuedDate);
      const chosen = await chooseNumber(held, { series: seriesFor(wantedSeries, typeName, settings.series), year, issuedDate, reserved: reservedId, backdateReason, confirm });
      const { codeNumber, series, reserved, backdated, notices, wantedYear } = chosen;
      if (wantedYear) await enterYear(held, wantedYear);
      const act = actNow(held, settings);
      const code = printedCode(codeNumber, codeNotation);
      try {
        const id = reserved ? await fillIn(held, reserved, letter, backdated, value.note ?? reserved.note, act) : await enterNext(held, { letter, series, year, codeNumber, backdated, note: value.note ?? null }, act);
        await attachOutgoing(database, id, waiting);
        if (waiting.length > 0) await reindexOutgoing(database, id, null);
        return { id, codeNumber, code, issuedDate, notices };
      } catch (error) {
        throw numberTaken(error, code, year, typeName);
      }
    }),
  );
});

interface NextLine {
  letter: Letter;
  series: string;
  year: number;
  codeNumber: number;
  backdated: string | null;
  note: string | null;
}

async function enterNext({ database }: EngineParts, { letter, series, year, codeNumber, backdated, note }: NextLine, act: Act): Promise<number> {
  if (!(await takeNumber(database, { kind: 'outgoing', series, year }, codeNumber))) throw new Error('the number was taken inside the transaction');
  return insertNumbered(database, letter, { origin: 'elsewhere', status: 'issued', series, year, codeNumber, backdated, reservedReason: null, note }, { ...act, act: 'register', reason: backdated });
}

async function fillIn({ database }: EngineParts, reserved: OutgoingLine, letter: Letter & { issuedDate: string }, backdated: string | null, note: string | null, act: Act): Promise<number> {
  if (await fillReserved(database, reserved, letter, { backdated, note }, { ...act, reason: reservedSentence(reserved) })) return reserved.id;
  throw new Refusal('CHANGED_MEANWHILE', 'Số giữ này vừa được dùng hoặc hủy ở nơi khác; chọn số khác.', { id: reserved.id });
}

/** Keeps numbers for later: each is a line of the book with who and why. */
export const reserve = implementer.outgoing.reserve.handler(({ input: { typeName: wantedType, series: wantedSeries, codeNotation: typedNotation, issuedDate: wantedDate, amount, reason, confirm }, context }) =>
  context.inTurn(() =>
    context.write(async (held) => {
      const { database } = held;
      const today = localDay(held.clock());
      const issuedDate = wantedDate ?? today;
      const codeNotation = tidyNotation(typedNotation);
      refuseBadNumber(codeNotation, issuedDate, today);
      const settings = await readSettings(database);
      const typeName = wantedType ? (documentTypeCalled(wantedType) ?? wantedType) : officialLetterType;
      const book = { kind: 'outgoing', series: seriesFor(wantedSeries, typeName, settings.series), year: yearOf(issuedDate) } as const;
      const state = await bookState(database, book, yearOf(today));
      await enterYear(held, { kind: 'outgoing', day: issuedDate, next: state.next, confirm });
      const act = actNow(held, settings);
      const rows: { id: number; codeNumber: number; code: string }[] = [];
      for (let turn = 0; turn < amount; turn += 1) {
        const codeNumber = await nextNumber(database, book);
        if (!(await takeNumber(database, book, codeNumber))) throw new Error('the number was taken inside the transaction');
        const code = printedCode(codeNumber, codeNotation);
          // nobody is named yet: a new letter's «Như trên» is no recipient of a number
        const letter = { ...emptyLetter(codeNotation), typeName, issuedDate, recipients: [] };
        try {
          const id = await insertNumbered(database, letter, { origin: 'reservation', status: 'reserved', series: book.series, year: book.year, codeNumber, backdated: null, reservedReason: reason, note: null }, { ...act, act: 'reserve', reason });
          rows.push({ id, codeNumber, code });
        } catch (error) {
          throw numberTaken(error, code, book.year, typeName);
        }
      }
      return { rows };
    }),
  ),
);
