import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AgencyCode, AgencyContact, AgencyKind, AgencySigner, FormerName } from '../../../shared/contract/agencies.ts';
import { BookKind, Year } from '../../../shared/contract/books.ts';
import { Cell, Letter, Obligation } from '../../../shared/contract/letter-schema.ts';
import { SentHow } from '../../../shared/contract/recipients.ts';
import { Settings } from '../../../shared/contract/settings.ts';

const Day = z.iso.date();
const Signer = z.strictObject({ competence: z.string().nullable(), position: z.string(), fullName: z.string().nullable() });

export const DemonstrationOffice = Settings.omit({ office: true, folderId: true, backupFolder: true }).extend({
  office: Settings.shape.office.unwrap(),
  books: z.array(z.strictObject({ kind: BookKind, series: z.string(), year: Year, next: z.int().min(1) })),
});

export const DemonstrationAgency = z.strictObject({ name: z.string(), shortName: z.string(), abbreviation: z.string(), kind: AgencyKind });
export type DemonstrationAgency = z.infer<typeof DemonstrationAgency>;

/** What is known of an agency of the demonstration beside its names. */
export const AgencyParticulars = z.strictObject({
  name: z.string(),
  address: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  validFrom: Day.optional(),
  formerNames: z.array(FormerName).optional(),
  codes: z.array(AgencyCode).optional(),
  contacts: z.array(AgencyContact).optional(),
  signers: z.array(AgencySigner).optional(),
});

/** An agency that no longer stands, and the one that took it over. */
export const ClosedAgency = DemonstrationAgency.extend({ ...AgencyParticulars.omit({ name: true }).shape, validTo: Day, succeededBy: z.string() });

export const DemonstrationDirectory = z.strictObject({ particulars: z.array(AgencyParticulars), closed: z.array(ClosedAgency) });
export type DemonstrationDirectory = z.infer<typeof DemonstrationDirectory>;

/** A group of the demonstration; agencies are named, for they have no ids yet. */
export const DemonstrationGroup = z.strictObject({
  name: z.string(),
  shortName: z.string(),
  abbreviation: z.string(),
  aliases: z.array(z.string()).optional(),
  rule: z.strictObject({ kinds: z.array(AgencyKind), except: z.array(z.string()).default([]) }).optional(),
  members: z.array(z.string()).optional(),
});
export type DemonstrationGroup = z.infer<typeof DemonstrationGroup>;

export const DemonstrationLetter = z.strictObject({ state: z.enum(['issued', 'draft', 'cancelled']), issuedDate: Day.nullable(), cancelReason: z.string().optional(), letter: Letter });
export type DemonstrationLetter = z.infer<typeof DemonstrationLetter>;

/** An incoming dispatch and what became of it, each on its day. */
export const DemonstrationIncoming = z.strictObject({
  arrivalDate: Day,
  organName: z.string(),
  code: z.string(),
  issuedDate: Day,
  typeName: z.string(),
  subject: z.string(),
  signer: Signer,
  priority: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  pages: z.int(),
  copies: z.int(),
  toPlaces: z.string().optional(),
  dueDate: Day.optional(),
  needsReply: z.boolean().optional(),
  note: z.string().optional(),
  doubleReason: z.string().optional(),
  backdateReason: z.string().optional(),
  /** A file of `files/`, and the name it came under. */
  file: z.string().optional(),
  fileName: z.string().optional(),
  handed: z.strictObject({ date: Day, to: z.string(), receipt: z.string() }).optional(),
  /** The outgoing dispatch that answers it. */
  reply: z.strictObject({ code: z.string(), date: Day }).optional(),
  done: Day.optional(),
  cancelled: z.strictObject({ date: Day, reason: z.string() }).optional(),
  recalled: z.strictObject({ date: Day, reason: z.string() }).optional(),
});
export type DemonstrationIncoming = z.infer<typeof DemonstrationIncoming>;

/** What happens in the outgoing book after the letters, in this order; a line is named by its code. */
export const DemonstrationAct = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('register'),
    on: Day,
    code: z.string(),
    given: z.strictObject({
      typeName: z.string(),
      issuedDate: Day,
      subject: z.string(),
      priority: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).optional(),
      addressees: z.array(z.string()).optional(),
      recipients: z.array(z.string()),
      signer: Signer,
      archiveUnits: z.string(),
      copies: z.int(),
      backdateReason: z.string().optional(),
    }),
  }),
  z.strictObject({ act: z.literal('reserve'), on: Day, code: z.string(), typeName: z.string(), reason: z.string() }),
  z.strictObject({
    act: z.literal('mark'),
    on: Day,
    code: z.string(),
    by: z.string().optional(),
    given: z.strictObject({ status: z.enum(['sent', 'corrected', 'replaced', 'recalled']), sentDate: Day.optional(), receipt: z.string().optional(), reason: z.string().optional() }),
  }),
]);
export type DemonstrationAct = z.infer<typeof DemonstrationAct>;

const Hour = z.string().regex(/^\d{2}:\d{2}$/);

/** What an agency did otherwise than to report on time. */
const ReportException = z.strictObject({
  agency: z.string(),
  n: z.int().default(1),
  received: Day.optional(),
  at: Hour.optional(),
  partial: z.boolean().optional(),
  note: z.string().optional(),
  /** The incoming dispatch it came with. */
  incoming: z.string().optional(),
  /** Not reported to this day. */
  open: z.boolean().optional(),
  extended: z.strictObject({ on: Day, due: Day, reason: z.string() }).optional(),
  excused: z.strictObject({ on: Day, reason: z.string() }).optional(),
});

/** Obligations of registered dispatches, and how what is owed was reported: on time where nothing is said. */
export const DemonstrationReports = z.strictObject({
  obligations: z.array(z.strictObject({ code: z.string(), on: Day, laid: z.array(Obligation) })),
  reports: z.array(
    z.strictObject({
      code: z.string(),
      /** Which of the dispatch's obligations, from 1. */
      obligation: z.int().min(1),
      /** Days before the last day on which the agencies report, in turn. */
      ahead: z.array(z.int().min(0)).min(1).optional(),
      /** Hours at which they report, in turn. */
      times: z.array(Hour).min(1).optional(),
      except: z.array(ReportException).default([]),
      /** By agency: figures of the first time, the second, … in the order of the columns. */
      figures: z.record(z.string(), z.array(z.array(Cell).nullable())).default({}),
    }),
  ),
});
export type DemonstrationReports = z.infer<typeof DemonstrationReports>;

/** How dispatches went out: the usual way but for some places, and which of them were acknowledged, when, by all but some. */
export const DemonstrationSendings = z.strictObject({
  usual: SentHow,
  places: z.array(z.strictObject({ how: SentHow, names: z.array(z.string()), acknowledgedBy: z.string().optional(), note: z.string().optional() })),
  acknowledged: z.array(z.strictObject({ code: z.string(), on: Day, except: z.array(z.string()) })),
});
export type DemonstrationSendings = z.infer<typeof DemonstrationSendings>;

/** The demonstration office as shipped beside the program. */
export async function readDemonstration(folder: URL) {
  const read = async <Schema extends z.ZodType>(name: string, schema: Schema): Promise<z.infer<Schema>> => schema.parse(JSON.parse(await readFile(new URL(name, folder), 'utf8')));
  const incoming = await read('incoming.json', z.array(DemonstrationIncoming));
  const names = incoming.flatMap(({ file }) => file ?? []);
  return {
    office: await read('office.json', DemonstrationOffice),
    agencies: await read('agencies.json', z.array(DemonstrationAgency)),
    directory: await read('directory.json', DemonstrationDirectory),
    reports: await read('reports.json', DemonstrationReports),
    sendings: await read('sendings.json', DemonstrationSendings),
    groups: await read('groups.json', z.array(DemonstrationGroup)),
    letters: await read('letters.json', z.array(DemonstrationLetter)),
    acts: await read('outgoing-acts.json', z.array(DemonstrationAct)),
    incoming,
    files: new Map(await Promise.all(names.map(async (name) => [name, await readFile(new URL(`files/${name}`, folder))] as const))),
  };
}
