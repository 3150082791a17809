import type { Selectable } from 'kysely';
import { initialsOf } from '../../../shared/domain/name-initials.ts';
import { codeOf, numberWithSuffix, printedNumber } from '../../../shared/domain/numbering.ts';
import { remembered } from '../../../shared/domain/remembered.ts';
import type { IndexedTexts } from './index-row.ts';
import type { Database } from './schema.ts';

type IncomingLine = Selectable<Database['incoming']>;
type OutgoingLine = Selectable<Database['outgoing']>;

/** First letters of the words (`stc` of «Sở Tài chính»): a name is found by them too. */
const knownInitialsOf = remembered(5_000, initialsOf);

/** What an incoming line is found by. */
export const incomingTexts = (line: Pick<IncomingLine, 'organName' | 'code' | 'subject' | 'toPlaces' | 'handedTo' | 'signerName' | 'signerPosition' | 'typeName' | 'note' | 'receipt' | 'arrivalNumber' | 'numberSuffix'>, fileNames: readonly string[]): IndexedTexts => ({
  organ: [line.organName, knownInitialsOf(line.organName)],
  // a number is found with its leading zero and without
  code: [line.code, /^0+\d/.test(line.code) ? line.code.replace(/^0+/, '') : null],
  subject: [line.subject],
  people: [line.toPlaces, line.handedTo, line.signerName, line.signerPosition],
  rest: [line.typeName, line.note, line.receipt, printedNumber(line.arrivalNumber), `${line.arrivalNumber}${line.numberSuffix}`, ...fileNames],
});

/** Number and notation as printed, `12a/UBND` of an old book included; null before issue. */
export const codeOfLine = ({ codeNumber, numberSuffix, codeNotation }: Pick<OutgoingLine, 'codeNumber' | 'numberSuffix' | 'codeNotation'>): string | null =>
  codeNumber === null ? null : codeNotation === '' ? numberWithSuffix(codeNumber, numberSuffix) : numberSuffix === '' ? codeOf(codeNumber, codeNotation) : `${numberWithSuffix(codeNumber, numberSuffix)}/${codeNotation}`;

/** What an outgoing line is found by. */
export function outgoingTexts(line: Pick<OutgoingLine, 'codeNumber' | 'numberSuffix' | 'codeNotation' | 'addressees' | 'subject' | 'signerName' | 'recipients' | 'typeName' | 'archiveUnits' | 'note' | 'receipt' | 'reservedReason'>, signerPosition: string | null, fileNames: readonly string[]): IndexedTexts {
  const code = codeOfLine(line);
  return {
    organ: [line.addressees, ...line.addressees.split('; ').map(knownInitialsOf)],
    // a number is found with its leading zero and without
    code: [code ?? line.codeNotation, code && /^0\d/.test(code) ? code.replace(/^0+/, '') : null],
    subject: [line.subject],
    people: [line.signerName, signerPosition, line.recipients],
    rest: [line.typeName, line.archiveUnits, line.note, line.receipt, line.reservedReason, ...fileNames],
  };
}
