import { afterEach, describe, expect, it } from 'vitest';
import { inlineDocuments, workerDocuments, type DocumentBuilder, type DocumentRequest } from '../../electron/engine/documents/document-builder.ts';
import { appendixSheet } from '../../shared/letter/appendix-sheet.ts';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { readPackage } from './read-package.ts';

const meta = { title: 'rà soát', author: 'UBND tỉnh An Bình', created: new Date('2026-11-20T01:02:03Z') };
const letter: DocumentRequest = { kind: 'letter-docx', layout: layoutLetter(sampleLetter(), sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20'), meta };
const appendix: DocumentRequest = { kind: 'appendix-xlsx', sheet: appendixSheet(sampleLetter(), 0, sampleOffice, { codeNumber: 5 }, '2026-11-20'), meta };
/** A layout no builder can draw: it makes the worker fail, not die. */
const broken = { kind: 'letter-docx', layout: null, meta } as unknown as DocumentRequest;
const crashing = new URL('./crashing-worker.mjs', import.meta.url);

let builder: DocumentBuilder;
afterEach(() => builder.close());

describe.each([
  ['tại chỗ', inlineDocuments],
  ['trong luồng riêng', workerDocuments],
] as const)('vẽ tệp %s', (_, open) => {
  it('Word và Excel, nhiều yêu cầu cùng lúc', async () => {
    builder = open();
    const files = await Promise.all([builder.build(letter), builder.build(appendix), builder.build(letter)]);
    expect(files.map((bytes) => readPackage(bytes).has('word/document.xml'))).toEqual([true, false, true]);
    expect(Buffer.compare(files[0] ?? new Uint8Array(), files[2] ?? new Uint8Array())).toBe(0);
  });

  it('yêu cầu hỏng bị từ chối, yêu cầu sau vẫn vẽ được', async () => {
    builder = open();
    await expect(Promise.resolve().then(() => builder.build(broken))).rejects.toThrow();
    expect((await builder.build(letter)).length).toBeGreaterThan(1000);
  });
});

describe('luồng vẽ chết giữa chừng', () => {
  it('mọi yêu cầu đang chờ bị từ chối, yêu cầu sau có luồng mới', async () => {
    builder = workerDocuments(crashing);
    const both = await Promise.allSettled([builder.build(letter), builder.build(letter)]);
    expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    await expect(builder.build(letter)).rejects.toThrow();
  });

  it('đóng lại thì yêu cầu đang chờ bị từ chối', async () => {
    builder = workerDocuments();
    const waiting = expect(builder.build(letter)).rejects.toThrow('documents closed');
    await builder.close();
    await waiting;
  });
});
