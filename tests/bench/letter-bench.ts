import Docxtemplater from 'docxtemplater';
import { unzipSync, zipSync } from 'fflate';
import PizZip from 'pizzip';
import { buildLetterDocx } from '../../electron/engine/documents/letter-docx.ts';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import type { Client } from '../fixtures/open-engine.ts';
import { sampleOffice } from '../fixtures/sample-letters.ts';
import { measureTogether, printTable } from './measure.ts';
import { twoPageLetter } from './two-page-letter.ts';

const today = '2026-11-20';

/** Letters a second of `letter.docx` on a draft, beside docxtemplater filling a template of the same letter and zipping alone. */
export async function letterBench(client: Client): Promise<void> {
  const { id } = await client.outgoing.draft(twoPageLetter);
  const kept = await client.outgoing.draft(twoPageLetter);
  await client.outgoing.issue({ id: kept.id });
  const layout = layoutLetter(twoPageLetter, sampleOffice, defaultLetterForm, { codeNumber: null }, today);
  const pages = paginate(layout).length;
  const parts = unzipSync(await (await client.letter.docx({ id })).bytes());
  const template = await templateOfTheSameLetter();
  const timings = await measureTogether(
    {
      'letter.docx of a draft': () => client.letter.docx({ id }),
      'letter.docx of an issued letter': () => client.letter.docx({ id: kept.id }),
      'drawing alone (layout + docx)': () => buildLetterDocx(layoutLetter(twoPageLetter, sampleOffice, defaultLetterForm, { codeNumber: null }, today), { title: '', author: '', created: new Date(0) }),
      docxtemplater: () => fill(template),
      'zipping its parts alone': () => zipSync(parts, { level: 6 }),
    },
    { rounds: 150, warmup: 25 },
  );
  printTable(`A letter of ${pages} pages as Word`, timings, 'docxtemplater');
}

async function templateOfTheSameLetter(): Promise<Uint8Array> {
  const layout = layoutLetter({ ...twoPageLetter, subject: '{subject}', body: '{#body}\n{text}\n{/body}' }, sampleOffice, defaultLetterForm, { codeNumber: null }, today);
  return buildLetterDocx(layout, { title: '', author: '', created: new Date(0) });
}

function fill(template: Uint8Array): Uint8Array {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
  document.render({ subject: twoPageLetter.subject, body: twoPageLetter.body.split('\n').map((text) => ({ text })) });
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}
