import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyToDocument, documentToBody } from '../../renderer/features/letter/body-document.ts';

test('chữ đậm, nghiêng và dấu đầu dòng đi qua trình soạn thảo mà không đổi', () => {
  const body = 'Thực hiện **Chỉ thị số 06/CT-UBND**, yêu cầu:\n1. Các sở *khẩn trương*:\na) Rà soát;\n- Gửi trước 16h00.\n***Lưu ý***: 2 \\* 3';
  expect(documentToBody(bodyToDocument(body))).toBe(body);
});

test('dòng trống đang soạn được giữ', () => {
  expect(documentToBody(bodyToDocument('một\n\nhai'))).toBe('một\n\nhai');
});

const run = fc.record({ text: fc.stringMatching(/^[A-Za-zđĐàế .,:;*\\()-]{1,12}$/), bold: fc.boolean(), italic: fc.boolean() });

test('mọi tài liệu của trình soạn thảo đọc lại vẫn ra đúng chữ ấy', () => {
  fc.assert(
    fc.property(fc.array(fc.array(run, { maxLength: 4 }), { minLength: 1, maxLength: 4 }), (paragraphs) => {
      const document = {
        type: 'doc',
        content: paragraphs.map((runs) => ({
          type: 'paragraph',
          content: runs.map(({ text, bold, italic }) => ({ type: 'text', text, marks: [...(bold ? [{ type: 'bold' }] : []), ...(italic ? [{ type: 'italic' }] : [])] })),
        })),
      };
      const once = documentToBody(document);
      const words = (body: string): string => bodyToDocument(body).content?.map((paragraph) => (paragraph.content ?? []).map((node) => node.text).join('')).join('\n') ?? '';
      expect(words(once)).toBe(paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join('\n'));
    }),
    { seed: 20261121, numRuns: 300 },
  );
});
