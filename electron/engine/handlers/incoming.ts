import { localDay } from '../../../shared/domain/dates.ts';
import { asIncomingRow, countViews, listIncoming, placeOfIncoming } from '../storage/incoming-list.ts';
import { incomingFilesOf, incomingHistoryOf } from '../storage/incoming-repository.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { findOutgoing } from '../storage/outgoing-repository.ts';
import { readStart } from '../storage/register-page.ts';
import { implementer, listImplementer } from './implementer.ts';
import { incomingOf } from './incoming-line.ts';
import { refuseUnrealSpan } from './unreal-days.ts';

export const get = implementer.incoming.get.handler(async ({ input: { id }, context }) => {
  const { database } = context;
  const line = await incomingOf(context, id);
  const { signerName, signerPosition, signerCompetence, doubleReason, batch } = line;
  const reply = line.replyId === null ? undefined : await findOutgoing(database, line.replyId);
  return {
    ...asIncomingRow({ ...line, number: line.numberSuffix }),
    signer: signerName === null && signerPosition === null && signerCompetence === null ? null : { competence: signerCompetence, position: signerPosition, fullName: signerName },
    doubleReason,
    batch,
    reply: reply ? { id: reply.id, code: codeOfLine(reply), subject: reply.subject, issuedDate: reply.issuedDate } : null,
    files: await incomingFilesOf(database, id),
    history: await incomingHistoryOf(database, line),
  };
});

export const list = listImplementer.incoming.list.handler(async ({ input: { limit, cursor, offset, exact, sort, ...filter }, context }) => {
  refuseUnrealSpan(filter);
  return listIncoming(context.database, filter, localDay(context.clock()), limit, readStart(cursor, offset), exact, sort);
});

export const place = implementer.incoming.place.handler(async ({ input: { id, sort, ...filter }, context }) => {
  refuseUnrealSpan(filter);
  const { sortKey } = await incomingOf(context, id);
  return { offset: await placeOfIncoming(context.database, filter, localDay(context.clock()), { id, sortKey }, sort) };
});

export const views = implementer.incoming.views.handler(({ input, context }) => countViews(context.database, input?.year, localDay(context.clock())));
