import type { StoredFile } from '../../../shared/contract/outgoing.ts';
import { localDay } from '../../../shared/domain/dates.ts';
import { appendixSheet } from '../../../shared/letter/appendix-sheet.ts';
import { layoutAppendix, layoutLetter } from '../../../shared/letter/layout-letter.ts';
import { appendixFileName, letterFileName } from '../../../shared/letter/letter-file-name.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { DocumentRequest } from '../documents/document-builder.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { IssuedAs } from '../storage/outgoing-repository.ts';

/** A file drawn of the letter, not one that a person attached. */
export type DrawnRole = Exclude<StoredFile['role'], 'attached'>;
interface Which {
  role: DrawnRole;
  ordinal: number;
}

/** A letter with the number it has or will have. */
export interface NumberedLetter {
  letter: Letter;
  issuedAs: IssuedAs;
  codeNumber: number | null;
}

/** The name and the drawing of one of a letter's files. */
function drawing({ letter, issuedAs: { office, letterForm }, codeNumber }: NumberedLetter, { role, ordinal }: Which, now: Date): { name: string; request: DocumentRequest } {
  const today = localDay(now);
  const numbering = { codeNumber };
  const meta = { title: letter.subject, author: office.name, created: now };
  const index = ordinal - 1;
  switch (role) {
    case 'letter':
      return { name: letterFileName(letter, codeNumber), request: { kind: 'letter-docx', layout: layoutLetter(letter, office, letterForm, numbering, today), meta } };
    case 'appendix-docx':
      return { name: appendixFileName(letter, codeNumber, ordinal, 'docx'), request: { kind: 'letter-docx', layout: layoutAppendix(letter, index, office, numbering, today), meta } };
    case 'appendix-xlsx':
      return { name: appendixFileName(letter, codeNumber, ordinal, 'xlsx'), request: { kind: 'appendix-xlsx', sheet: appendixSheet(letter, index, office, numbering, today), meta } };
  }
}

/** Draws one file of a letter as it stands. */
export async function drawFile(parts: EngineParts, letter: NumberedLetter, which: Which): Promise<{ name: string; bytes: Uint8Array }> {
  const { name, request } = drawing(letter, which, parts.clock());
  return { name, bytes: await parts.documents.build(request) };
}

/** Draws and stores every file of a letter that is to be issued; what is returned goes into its line. */
export async function storeFiles(parts: EngineParts, letter: NumberedLetter): Promise<StoredFile[]> {
  const each = letter.letter.appendices.flatMap((_, index): Which[] => [{ role: 'appendix-docx', ordinal: index + 1 }, { role: 'appendix-xlsx', ordinal: index + 1 }]);
  const stored: StoredFile[] = [];
  for (const which of [{ role: 'letter', ordinal: 0 } as const, ...each]) {
    const { name, bytes } = await drawFile(parts, letter, which);
    stored.push({ ...which, name, size: bytes.length, sha256: parts.files.put(bytes) });
  }
  return stored;
}
