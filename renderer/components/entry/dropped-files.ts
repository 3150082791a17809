import { fileProblem, inNameOrder, isDocumentName } from '../../../shared/domain/paper-files.ts';

/** What came of a drop: the files that can be taken, and a sentence for each that cannot. */
export interface DroppedFiles {
  files: File[];
  problems: string[];
}

/** Deepest folder that is looked into: scans lie flat, a whole disk dropped by mistake does not. */
const deepest = 5;
const mostFiles = 2000;

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));
const entriesOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> => new Promise((resolve, reject) => reader.readEntries(resolve, reject));

async function walk(entry: FileSystemEntry, depth: number, found: { files: File[]; problems: string[]; tooMany: boolean }): Promise<void> {
  if (!isDocumentName(entry.name) || found.tooMany) return;
  try {
    if (entry.isFile) {
      if (found.files.length >= mostFiles) found.tooMany = true;
      else found.files.push(await fileOf(entry as FileSystemFileEntry));
      return;
    }
    if (depth >= deepest) return void found.problems.push(`Thư mục «${entry.name}» nằm quá sâu nên không đọc vào.`);
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    // a reader answers a hundred at a time, and nothing at the end
    for (let part = await entriesOf(reader); part.length > 0; part = await entriesOf(reader)) for (const child of inNameOrder(part)) await walk(child, depth + 1, found);
  } catch {
    found.problems.push(`Không đọc được «${entry.name}»: có thể đã bị dời đi hoặc đang bị khóa.`);
  }
}

/** Takes what can be taken, in the order of names, and says why of the rest. */
export function sortOut(files: readonly File[], problems: readonly string[] = []): DroppedFiles {
  const wanted = inNameOrder(files.filter(({ name }) => isDocumentName(name)));
  const refused = wanted.map((file) => fileProblem(file));
  return { files: wanted.filter((_file, at) => refused[at] === null), problems: [...problems, ...refused.filter((sentence) => sentence !== null)] };
}

/** Files and folders dropped onto the window; folders are looked into. */
export async function droppedFiles(data: DataTransfer): Promise<DroppedFiles> {
  // the entries are only to be had while the drop is being answered
  const entries = [...data.items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry());
  const loose = [...data.files];
  if (!entries.some((entry) => entry?.isDirectory)) return sortOut(loose);
  const found = { files: [] as File[], problems: [] as string[], tooMany: false };
  for (const entry of entries) if (entry) await walk(entry, 0, found);
  return sortOut(found.files, found.tooMany ? [...found.problems, `Nhiều quá ${mostFiles} tệp; phần sau chưa được thêm.`] : found.problems);
}
