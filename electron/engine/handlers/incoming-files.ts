import type { AttachedFile } from '../../../shared/contract/incoming.ts';
import { addIncomingFiles, addIncomingHistory, findDoubles, incomingFilesOf, nextFileOrdinal, reindexIncoming, setIncomingFileAside } from '../storage/incoming-repository.ts';
import { implementer } from './implementer.ts';
import { incomingOf, nameOfIncoming } from './incoming-line.ts';
import { attachTo, detachFrom, type LineFiles, readFileOf } from './line-files.ts';

const incomingFiles: LineFiles<AttachedFile> = {
  nameOf: async (parts, id) => nameOfIncoming(await incomingOf(parts, id)),
  refuseMore: async (parts, id) => void (await incomingOf(parts, id)),
  filesOf: incomingFilesOf,
  isAdded: () => true,
  add: async (database, id, files) => addIncomingFiles(database, id, await nextFileOrdinal(database, id), files),
  setAside: setIncomingFileAside,
  note: async (database, id, entry) => {
    await addIncomingHistory(database, id, { ...entry, changes: null });
    await reindexIncoming(database, [id]);
  },
};

export const attach = implementer.incoming.attach.handler(({ input: { id, files }, context }) =>
  attachTo(context, incomingFiles, id, files, async ({ database }, added) => ({
    duplicates: await findDoubles(database, { organName: '', code: '', issuedDate: null, sha256s: added.map(({ sha256 }) => sha256), except: id }),
  })),
);

export const detach = implementer.incoming.detach.handler(({ input, context }) => detachFrom(context, incomingFiles, input));

export const file = implementer.incoming.file.handler(({ input: { id, ordinal }, context }) => readFileOf(context, incomingFiles, id, ordinal));
