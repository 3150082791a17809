/** A file as the window knows it before it is read. */
export interface PaperFile {
  name: string;
  size: number;
}

/** Largest file and largest sum of one line's files, bytes: what one call to the engine carries with room to spare. */
export const fileMaxBytes = 100 * 1024 * 1024;
export const filesMaxBytes = 180 * 1024 * 1024;
/** Largest file that is kept with a line, bytes: it passes through memory whole. */
export const keptFileMaxBytes = 200 * 1024 * 1024;
/** Most that one call carries, bytes: one file of the largest size and what goes with it, or several smaller ones. */
export const callMaxBytes = 300 * 1024 * 1024;
/** Most files one call carries. */
export const filesMaxAmount = 100;

/** What systems leave lying in folders, and what Word keeps while it is open: never a document. */
const leftBehind = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|__macosx$)/i;

/** Whether a name met in a dropped folder is a document's. */
export const isDocumentName = (name: string): boolean => !leftBehind.test(name);

/** `1,2 MB`, `340 KB`, `12 byte`: sizes as a person reads them. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : bytes < 1024 ** 3 ? [bytes / 1024 ** 2, 'MB'] : [bytes / 1024 ** 3, 'GB'];
  const rounded = value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${String(rounded).replace('.', ',')} ${unit}`;
}

/** Why a file cannot be taken, in one sentence; null when it can. */
export function fileProblem({ name, size }: PaperFile): string | null {
  if (size === 0) return `Tệp «${name}» trống (0 byte) nên không nhận; quét hoặc chép lại tệp này.`;
  if (size > fileMaxBytes) return `Tệp «${name}» lớn ${sizeText(size)}, quá ${sizeText(fileMaxBytes)}; quét lại ở độ phân giải thấp hơn hoặc tách ra.`;
  return null;
}

/** Why these files cannot go with one line together; null when they can. */
export function filesProblem(files: readonly PaperFile[]): string | null {
  if (files.length > filesMaxAmount) return `Có ${files.length} tệp, quá ${filesMaxAmount} tệp một văn bản.`;
  const sum = files.reduce((total, { size }) => total + size, 0);
  return sum > filesMaxBytes ? `Các tệp cộng lại ${sizeText(sum)}, quá ${sizeText(filesMaxBytes)} một văn bản; bỏ bớt rồi thêm vào dòng sau khi đã vào sổ.` : null;
}

/** Files in the order of their names, numbers counted (`trang 2` before `trang 10`). */
export const inNameOrder = <File extends { name: string }>(files: readonly File[]): File[] => [...files].sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
