import type { StoredFile } from '../../../shared/contract/outgoing.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { addHistory, attachOutgoing, filesOf, reindexOutgoing, setOutgoingFileAside } from '../storage/outgoing-repository.ts';
import { implementer } from './implementer.ts';
import { attachTo, detachFrom, type LineFiles, readFileOf } from './line-files.ts';
import { lineOf, refuseUsed } from './line-of.ts';

const outgoingFiles: LineFiles<StoredFile> = {
  nameOf: async (parts, id) => {
    const code = codeOfLine(await lineOf(parts, id));
    return code === null ? 'Dự thảo này' : `Văn bản ${code}`;
  },
  refuseMore: async (parts, id) => refuseUsed(await lineOf(parts, id)),
  filesOf,
  isAdded: ({ role }) => role === 'attached',
  add: attachOutgoing,
  setAside: setOutgoingFileAside,
  note: async (database, id, entry) => {
    await addHistory(database, id, entry);
    await reindexOutgoing(database, id, null);
  },
};

export const attach = implementer.outgoing.attach.handler(({ input: { id, files }, context }) => attachTo(context, outgoingFiles, id, files, () => Promise.resolve({})));

export const detach = implementer.outgoing.detach.handler(({ input, context }) => detachFrom(context, outgoingFiles, input));

export const file = implementer.outgoing.file.handler(({ input: { id, ordinal }, context }) => readFileOf(context, outgoingFiles, id, ordinal));
