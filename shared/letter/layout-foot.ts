import { upperVietnamese } from '../domain/vietnamese-text.ts';
import { archiveLine, withoutTypedArchive } from './archive-line.ts';
import type { Columns, Paragraph, Rule } from './layout-model.ts';
import type { Letter, Recipient, Signer } from './letter.ts';
import { listEntry, withEnding } from './list-entry.ts';
import { makeParagraph, makeRule, runOf } from './make-paragraph.ts';
import type { LetterForm, Office } from './office.ts';
import { freeMeasures, measures, typeRules } from './page-rules.ts';
import { usualFit, type PageFit } from './page-fit.ts';
import { baselineEm, textWidthMm } from './text-width.ts';
import { unbroken } from './unbroken.ts';

const dash = '- ';

/** Nơi nhận beside the signature, on one level (ô 7a, 7b, 9b). */
export function layoutFoot(letter: Letter, form: LetterForm, widthMm: number, fit: PageFit = usualFit): Columns {
  const beforePt = fit.footBeforePt;
  const items = recipientLines(letter, form);
  const signature = signatureBlock(letter.signer, fit);
  const widest = Math.max(0, ...items.map((item) => textWidthMm(textOf(item), { ...typeRules.recipients, sizePt: typeRules.recipients.usualPt })));
  const signatureMm = Math.max(freeMeasures.signatureMinMm.usual, ...signature.map((line) => textWidthMm(textOf(line), { ...typeRules.signer, sizePt: typeRules.signer.usualPt }) + freeMeasures.signatureSpareMm.usual));
  const { from, to } = measures.recipientsWidthMm;
  const left = Math.max(from, Math.min(widest + freeMeasures.recipientsSpareMm.usual, to, widthMm - signatureMm));
  // the larger type of the signer stands lower in its line: Nơi nhận comes down to the same level
  const levelPt = (typeRules.signer.usualPt - typeRules.recipientsHead.usualPt) * baselineEm;
  const head = makeParagraph('recipients', 'left', [runOf('Nơi nhận:', typeRules.recipientsHead)], { spaceBeforePt: beforePt + levelPt });
  const beside = items.length > freeMeasures.recipientsBeside.usual ? freeMeasures.recipientsBesideOfLonger.usual : items.length;
  return {
    kind: 'columns',
    source: 'foot',
    widthsMm: [left, widthMm - left],
    rows: [[[head, ...items.slice(0, beside)], signature], ...items.slice(beside).map((item) => [[item], []])],
    keepWithPrevious: true,
  };
}

const textOf = (paragraph: Paragraph): string => paragraph.runs.map((run) => run.text).join('');

function recipientLines(letter: Letter, form: LetterForm): Paragraph[] {
  const { recipients, archive } = withoutTypedArchive(letter.recipients, letter.archive);
  const rule = typeRules.recipients;
  const hang = textWidthMm(dash, { ...rule, sizePt: rule.usualPt });
  const line = (source: string, text: string, last: boolean): Paragraph =>
    makeParagraph(source, 'left', [runOf(`${dash}${unbroken(withEnding(text, last))}`, rule)], { indentLeftMm: hang, firstLineMm: -hang });
  const archived = archiveLine(archive, form.archivePattern);
  const named = recipients.map((recipient, at) => ({ source: `recipients.${at}`, text: recipient === null ? '' : withPurpose(recipient) })).filter(({ text }) => text !== '');
  return [...named.map(({ source, text }, at) => line(source, text, archived === '' && at === named.length - 1)), ...(archived === '' ? [] : [line('archive', archived, true)])];
}

const withPurpose = ({ name, purpose }: Recipient): string => {
  const entry = listEntry(name);
  const said = listEntry(purpose ?? '').replace(/^\((.*)\)$/u, '$1');
  return entry === '' || said === '' ? entry : `${entry} (${said})`;
};

function signatureBlock({ competence, position, otherPosition, fullName }: Signer, { footBeforePt, signatureGapPt }: PageFit): Paragraph[] {
  const rule = typeRules.signer;
  const lines = (source: string, text: string | null): Paragraph[] =>
    (text ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => makeParagraph(source, 'center', [runOf(upperVietnamese(line), rule)]));
  const above = [...lines('signer.competence', competence), ...lines('signer.position', position)];
  // lines of a name are printed as one: only its writer knows what the second is
  const written = fullName?.replace(/\s+/g, ' ').trim() ?? '';
  const name = [...lines('signer.otherPosition', otherPosition ?? null), ...(written === '' ? [] : [makeParagraph('signer.fullName', 'center', [runOf(written, rule)])])];
  const block = above.map((line, at) => ({
    ...line,
    spaceBeforePt: at === 0 ? footBeforePt : 0,
    // room to sign, also where the name is written by hand
    spaceAfterPt: at === above.length - 1 ? signatureGapPt : 0,
  }));
  return [...block, ...name];
}

/** Address, telephone, e-mail and site at the foot of page 1 below a full-width line (ô 13). */
export function layoutContacts(office: Office, widthMm: number): (Paragraph | Rule)[] {
  const parts = [
    ['Địa chỉ', office.address],
    ['Điện thoại', office.phone],
    ['Thư điện tử', office.email],
    ['Trang thông tin điện tử', office.website],
  ] as const;
  const said = parts.flatMap(([label, value]) => (value?.trim() ? [`${label}: ${value.trim()}`] : []));
  if (said.length === 0) return [];
  return [makeRule('office.address', widthMm, 0, freeMeasures.contactsRuleAfterPt.usual), makeParagraph('office.address', 'center', [runOf(said.join('; '), typeRules.contacts)])];
}
