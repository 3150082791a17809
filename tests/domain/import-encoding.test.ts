import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessEncoding, isVietnameseSyllable } from '../../shared/domain/import/guess-encoding.ts';
import { fromLegacy, tcvn3Letters, vniLetters } from '../../shared/domain/import/legacy-encoding.ts';

const small = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
const capitals = small.toLocaleUpperCase('vi');
const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789/-.,';

/** The way back, which the program never needs: the first spelling of every letter. */
function writer(letters: ReadonlyMap<string, string>): (text: string) => string {
  const back = new Map<string, string>();
  for (const [written, letter] of letters) if (!back.has(letter)) back.set(letter, written);
  return (text) => [...text].map((letter) => back.get(letter) ?? letter).join('');
}
const inTcvn3 = writer(tcvn3Letters);
const inVni = writer(vniLetters);

describe('bảng mã TCVN3 và VNI', () => {
  test('đủ mọi chữ thường tiếng Việt và bảy chữ hoa không dấu của TCVN3', () => {
    expect(new Set(tcvn3Letters.values())).toEqual(new Set([...small, ...'ĂÂĐÊÔƠƯ']));
    expect(tcvn3Letters.size).toBe(small.length + 7);
  });

  test('đủ mọi chữ thường và chữ hoa của VNI', () => expect(new Set(vniLetters.values())).toEqual(new Set([...small, ...capitals])));

  test('chữ bất kỳ viết bằng TCVN3 rồi chuyển lại thì y nguyên', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...small, ...'ĂÂĐÊÔƠƯ', ...latin), maxLength: 80 }), (text) => fromLegacy(inTcvn3(text), 'tcvn3') === text), { seed: 11 });
  });

  test('chữ bất kỳ viết bằng VNI rồi chuyển lại thì y nguyên', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...small, ...capitals, ...latin), maxLength: 80 }), (text) => fromLegacy(inVni(text), 'vni') === text), { seed: 12 });
  });

  test.each([
    ['tcvn3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['tcvn3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['tcvn3', 'ñy ban nh©n d©n tØnh; Së N«ng nghiÖp; ch\u00ADa chuyÓn', 'ủy ban nhân dân tỉnh; Sở Nông nghiệp; chưa chuyển'],
    ['vni', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['vni', 'Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['vni', 'ÑÒA CHÍNH, ÑÖÔØNG SOÁ 5, thöôøng tröïc, kyõ thuaät, mæ, lyù', 'ĐỊA CHÍNH, ĐƯỜNG SỐ 5, thường trực, kỹ thuật, mỉ, lý'],
    ['vni', 'Aùnh saùng, Uûy ban', 'Ánh sáng, Ủy ban'],
  ] as const)('%s: «%s» là «%s»', (encoding, written, meant) => expect(fromLegacy(written, encoding)).toBe(meant));
});

const sentences = ['Báo cáo kết quả phòng, chống thiên tai', 'Sở Tài chính', 'Đề nghị phê duyệt kế hoạch sử dụng đất năm 2009', 'Mời họp giải quyết khiếu nại của ông Nguyễn Văn Thịnh', 'Ủy ban nhân dân huyện Tứ Kỳ'];

describe('đoán bảng mã', () => {
  test('chữ Unicode không bị đoán là mã cũ, dựng sẵn hay tổ hợp', () => {
    expect(guessEncoding(sentences)).toBeNull();
    expect(guessEncoding(sentences.map((text) => text.normalize('NFD')))).toBeNull();
    for (const text of sentences) expect(guessEncoding([text])).toBeNull();
  });
  test('TCVN3 và VNI được nhận ra', () => {
    expect(guessEncoding(sentences.map((text) => inTcvn3(text)))).toBe('tcvn3');
    expect(guessEncoding(sentences.map((text) => inVni(text)))).toBe('vni');
  });
  test('chữ không dấu, số và tiếng nước ngoài thì không đoán', () => {
    expect(guessEncoding(['2953/UBND-VP', 'bao cao', '14/8/2020'])).toBeNull();
    expect(guessEncoding(['Café Müller, Genève', 'naïve façade', 'Übermäßig', 'señor'])).toBeNull();
    expect(guessEncoding([])).toBeNull();
  });
  test.each([['nghiêng', true], ['quyết', true], ['thuở', true], ['khuỷu', true], ['gì', true], ['huyện', true], ['oằn', true], ['ViÖt', false], ['nghÜa', false], ['các', true], ['cằc', false], ['hoäi', false], ['ß', false]])('«%s» là âm tiết tiếng Việt: %s', (text, yes) => expect(isVietnameseSyllable(text)).toBe(yes));
});
