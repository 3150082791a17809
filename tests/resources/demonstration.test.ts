import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DemonstrationAgency, DemonstrationGroup } from '../../electron/engine/handlers/demonstration-files.ts';
import { BookKind, Year } from '../../shared/contract/books.ts';
import { Letter } from '../../shared/contract/letter-schema.ts';
import { LetterForm, Office, SeriesRule, Settings } from '../../shared/contract/settings.ts';
import { isRealDate, weekdayOf } from '../../shared/domain/dates.ts';
import { codeOf } from '../../shared/domain/numbering.ts';
import { exactSum, formatVietnameseNumber, readVietnameseNumber } from '../../shared/domain/vietnamese-number.ts';
import { missingParts } from '../../shared/letter/letter-problems.ts';
import { numberInCell } from '../../shared/letter/number-in-cell.ts';
import { levelOf, readBody } from '../../shared/letter/rich-text.ts';
import { shares, sums } from './demonstration-claims.ts';
import { cellsOf } from '../../shared/letter/letter.ts';

const folder = new URL('../../resources/demonstration/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const Entry = z.strictObject({ state: z.enum(['issued', 'draft', 'cancelled']), issuedDate: z.string().nullable(), cancelReason: z.string().optional(), letter: Letter });
const OfficeFile = z.strictObject({
  office: Office,
  letterForm: LetterForm,
  codeNotation: z.string(),
  series: z.array(SeriesRule),
  bookColumns: Settings.shape.bookColumns.unwrap(),
  clerk: z.string().min(1),
  books: z.array(z.object({ kind: BookKind, series: z.string(), year: Year, next: z.int().min(1) })),
});

const entries = z.array(Entry).parse(read('letters.json'));
const agencies = z.array(DemonstrationAgency).parse(read('agencies.json'));
const groups = z.array(DemonstrationGroup).parse(read('groups.json'));
const named = [...agencies, ...groups];
const office = OfficeFile.parse(read('office.json'));

const firstNumber = office.books.find((book) => book.kind === 'outgoing')?.next ?? 0;
/** Every letter that takes a number, with the code it takes when they are issued in order. */
const numbered = entries.filter((entry) => entry.state !== 'draft').map((entry, index) => ({ ...entry, code: codeOf(firstNumber + index, entry.letter.codeNotation) }));
const byCode = (code: string) => {
  const found = numbered.find((entry) => entry.code === code);
  if (!found) throw new Error(`no letter ${code}`);
  return found;
};

// days off of 2026 on weekdays: Tết Dương lịch with its swap, Tết, Giỗ Tổ made up, 30/4, 1/5, Quốc khánh with its swap, 24/11
const daysOff = ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-27', '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'];
const isWorkingDay = (date: string): boolean => isRealDate(date) && !['Thứ Bảy', 'Chủ Nhật'].includes(weekdayOf(date)) && !daysOff.includes(date);
/** `05/3/2026`, `12/01/2026`: as dates stand inside a text (NĐ 30/2020, PL I mục II khoản 4). */
const dateInText = (date: string): string => {
  const [year, month, day] = date.split('-');
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
};

// the 63 provinces and cities before 01/7/2025; the 34 after it carry names among these
const realProvinces = 'An Giang,Bà Rịa - Vũng Tàu,Bạc Liêu,Bắc Giang,Bắc Kạn,Bắc Ninh,Bến Tre,Bình Dương,Bình Định,Bình Phước,Bình Thuận,Cà Mau,Cao Bằng,Cần Thơ,Đà Nẵng,Đắk Lắk,Đắk Nông,Điện Biên,Đồng Nai,Đồng Tháp,Gia Lai,Hà Giang,Hà Nam,Hà Nội,Hà Tĩnh,Hải Dương,Hải Phòng,Hậu Giang,Hòa Bình,Hồ Chí Minh,Huế,Hưng Yên,Khánh Hòa,Kiên Giang,Kon Tum,Lai Châu,Lạng Sơn,Lào Cai,Lâm Đồng,Long An,Nam Định,Nghệ An,Ninh Bình,Ninh Thuận,Phú Thọ,Phú Yên,Quảng Bình,Quảng Nam,Quảng Ngãi,Quảng Ninh,Quảng Trị,Sóc Trăng,Sơn La,Tây Ninh,Thái Bình,Thái Nguyên,Thanh Hóa,Tiền Giang,Trà Vinh,Tuyên Quang,Vĩnh Long,Vĩnh Phúc,Yên Bái'.split(',');

describe('the demonstration office', () => {
  it('is in no real province, and its addresses lead nowhere', () => {
    expect(realProvinces).toHaveLength(63);
    expect(realProvinces).not.toContain(office.office.place);
    expect(office.office.email).toMatch(/\.example$/);
    expect(office.office.website).toMatch(/\.example$/);
  });

  it('knows about sixty agencies, each once, 25 communes among them', () => {
    expect(agencies.length).toBeGreaterThanOrEqual(55);
    expect(agencies.length).toBeLessThanOrEqual(70);
    expect(new Set(agencies.map((agency) => agency.name)).size).toBe(agencies.length);
    expect(new Set(agencies.map((agency) => agency.shortName)).size).toBe(agencies.length);
    expect(agencies.filter((agency) => agency.kind === 'commune')).toHaveLength(25);
    for (const each of named) expect([each.name, each.shortName, each.abbreviation]).not.toContain('');
  });

  it('has groups of agencies it knows, each by a rule or a list', () => {
    expect(groups.map(({ rule, members }) => [rule === undefined, members?.length ?? 0])).toEqual([[false, 0], [false, 0], [true, 2], [true, 20]]);
    const known = new Set(agencies.flatMap((agency) => [agency.name, agency.shortName]));
    expect(groups.flatMap(({ members = [], rule }) => [...members, ...(rule?.except ?? [])]).filter((name) => !known.has(name))).toEqual([]);
  });

  it('is written in composed characters, without stray spaces', () => {
    for (const name of ['office.json', 'agencies.json', 'groups.json', 'letters.json']) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      expect(text, name).toBe(text.normalize('NFC'));
      expect(text, name).not.toMatch(/[\u00A0\u200B\uFEFF\t]/);
    }
    for (const { letter } of entries) expect(letter.body, letter.subject).not.toMatch(/ {2}| [,;.]|\{|\}|undefined|None/);
  });
});

describe('the forty letters', () => {
  it('are 33 issued, 5 drafts, 2 cancelled, with 40 subjects', () => {
    const count = (state: string) => entries.filter((entry) => entry.state === state).length;
    expect([count('issued'), count('draft'), count('cancelled')]).toEqual([33, 5, 2]);
    expect(new Set(entries.map((entry) => entry.letter.subject.toLocaleLowerCase('vi'))).size).toBe(40);
  });

  it('can take a number when issued; one draft still misses its signer and nothing else', () => {
    for (const { letter, code } of numbered) expect(missingParts(letter), code).toEqual([]);
    const incomplete = entries.filter((entry) => entry.state === 'draft').map((entry) => missingParts(entry.letter).map((problem) => problem.field)).filter((fields) => fields.length > 0);
    expect(incomplete).toEqual([['signer.position']]);
  });

  it('stand in the order of their dates, on working days, drafts last and undated', () => {
    const dates = numbered.map((entry) => entry.issuedDate ?? '');
    expect(dates.filter((date) => !isWorkingDay(date))).toEqual([]);
    expect(dates).toEqual([...dates].sort());
    expect([dates[0]?.slice(0, 7), dates.at(-1)?.slice(0, 7)]).toEqual(['2026-01', '2026-11']);
    expect(entries.slice(0, numbered.length).every((entry) => entry.state !== 'draft')).toBe(true);
    for (const entry of entries) {
      expect(entry.letter.issuedDate).toBe(entry.issuedDate);
      expect(entry.issuedDate === null, entry.letter.subject).toBe(entry.state === 'draft');
      expect(entry.cancelReason !== undefined, entry.letter.subject).toBe(entry.state === 'cancelled');
    }
  });

  it('carry 9 times one appendix, 3 times two or three, of 8 to 40 rows; three are urgent', () => {
    const counts = entries.map((entry) => entry.letter.appendices.length);
    expect([counts.filter((count) => count === 1).length, counts.filter((count) => count > 1).length]).toEqual([9, 3]);
    for (const { letter } of entries) {
      for (const { rows } of letter.appendices) expect(rows.length >= 8 && rows.length <= 40, letter.subject).toBe(true);
      const names = letter.appendices.map((_, index) => (letter.appendices.length === 1 ? 'Phụ lục kèm theo' : `Phụ lục ${'I'.repeat(index + 1)}`));
      for (const name of names) expect(letter.body).toContain(name);
    }
    expect(entries.filter((entry) => entry.letter.priority > 0).map((entry) => entry.letter.priority).sort()).toEqual([1, 2, 3]);
  });

  it('read as letters: marks stand in order, the end mark stands once at the end', () => {
    for (const { letter } of entries) {
      expect(letter.body.match(/\.\/\./g)).toHaveLength(1);
      expect(letter.body.endsWith('./.'), letter.subject).toBe(true);
      const paragraphs = readBody(letter.body).map((paragraph) => paragraph.text.map((run) => run.text).join(''));
      expect(paragraphs.join('\n'), letter.subject).not.toContain('*');
      let number = 0;
      let points: string[] = [];
      for (const text of paragraphs) {
        if (/^[IVX]+\. /.test(text)) number = 0;
        if (levelOf(text) === 'clause') {
          expect(text, letter.subject).toMatch(new RegExp(`^${number + 1}\\. `));
          number += 1;
          points = [];
        }
        if (levelOf(text) === 'point') {
          points.push(text.charAt(0));
          expect(points.join('')).toBe('abcdđeghi'.slice(0, points.length));
        }
      }
    }
  });

  it('write dates as the decree does and refer to their own kind by the right number, day and type', () => {
    let references = 0;
    for (const entry of entries) {
      const text = `${entry.letter.body}\n${entry.cancelReason ?? ''}`;
      expect(text, entry.letter.subject).not.toMatch(/ngày \d\/|\b[12]\/20\d\d|\/0[3-9]\/20/);
      for (const [, type, code, date] of text.matchAll(/(Công văn|Kế hoạch|Thông báo|Tờ trình|Báo cáo) số (\d+\/(?:UBND-\p{Lu}+|\p{L}+-UBND)) ngày ([\d/]+\d)/gu)) {
        const target = byCode(code ?? '');
        expect([target.letter.typeName, dateInText(target.issuedDate ?? '')]).toEqual([type, date]);
        if (!entry.cancelReason && entry.issuedDate) expect((target.issuedDate ?? '') < entry.issuedDate, entry.letter.subject).toBe(true);
        references += 1;
      }
    }
    expect(references).toBeGreaterThan(10);
  });

  it('lay duties whose days stand in the text, are working days and come after the letter', () => {
    const owing = entries.filter((entry) => entry.letter.obligations.length > 0);
    expect(owing.length).toBeGreaterThanOrEqual(12);
    for (const { letter, issuedDate } of owing) {
      for (const duty of letter.obligations) {
        const due = duty.due ?? '';
        expect(letter.body, duty.what).toContain(`ngày ${dateInText(due)}`);
        expect(isWorkingDay(due), due).toBe(true);
        if (issuedDate) expect(due >= issuedDate, duty.what).toBe(true);
        if (duty.recurrence) expect(letter.body).toContain(`hết ngày ${dateInText(duty.until ?? '')}`);
        if (duty.time) expect(letter.body).toContain(`trước ${duty.time.replace(':', ' giờ ')}`);
      }
    }
  });

  it('are addressed to the directory, or to names the directory plainly does not hold', () => {
    const known = new Set(named.flatMap((each) => [each.name, each.shortName]));
    const newNames = ['Kho bạc Nhà nước khu vực', 'Các doanh nghiệp viễn thông trên địa bàn tỉnh', 'Các phòng, đơn vị thuộc Văn phòng UBND tỉnh'];
    const unknown = new Set(entries.flatMap((entry) => entry.letter.addressees).filter((name) => !known.has(name)));
    expect([...unknown].sort()).toEqual([...newNames].sort());
    const owing = entries.flatMap((entry) => entry.letter.obligations.flatMap((duty) => duty.agencies));
    expect(owing.filter((name) => !known.has(name))).toEqual([]);
  });

  it('are signed by four people', () => {
    const signers = new Set(entries.map(({ letter }) => `${letter.signer.position} ${letter.signer.fullName ?? ''}`.trim()));
    signers.delete('');
    expect([...signers].map((signer) => signer.split(' ').slice(0, 2).join(' ')).sort()).toEqual(['CHÁNH VĂN', 'CHỦ TỊCH', 'PHÓ CHỦ', 'PHÓ CHỦ']);
  });
});

describe('figures', () => {
  const columnCells = (code: string, ordinal: number, header: string): number[] => {
    const appendix = byCode(code).letter.appendices[ordinal - 1];
    const columns = appendix?.columns.filter((column) => column.kind !== 'ordinal') ?? [];
    const at = columns.findIndex((column) => column.header === header);
    expect(columns[at], `${code} ${header}`).toMatchObject({ kind: 'number', total: true });
    return (appendix?.rows ?? []).map((row) => numberInCell(cellsOf(row)[at] ?? null)).filter((value) => typeof value === 'number');
  };

  it.each(sums)('%s, phụ lục %i, cột «%s»: «%s»', (code, ordinal, header, phrase) => {
    const total = exactSum(columnCells(code, ordinal, header));
    const printed = total < 10 ? `0${total}` : formatVietnameseNumber(total);
    expect(byCode(code).letter.body).toContain(phrase.replace('#', printed));
  });

  it('every column with a total is claimed by its text, or is a part the report only adds up', () => {
    const claimed = new Set(sums.map(([code, ordinal, header]) => `${code} ${ordinal} ${header}`));
    const rest = numbered.flatMap(({ code, letter }) => letter.appendices.flatMap((appendix, index) => appendix.columns.filter((column) => column.total).map((column) => `${code} ${index + 1} ${column.header}`))).filter((key) => !claimed.has(key));
    expect(rest.every((key) => key.startsWith('12/BC-UBND')), rest.join('\n')).toBe(true);
  });

  it('the report of 19/3/2026 adds its two appendices up', () => {
    const { body } = byCode('12/BC-UBND').letter;
    const both = (header: string) => formatVietnameseNumber(exactSum([1, 2].flatMap((ordinal) => columnCells('12/BC-UBND', ordinal, header))));
    expect(body).toContain(`Toàn tỉnh tiếp nhận ${both('Hồ sơ tiếp nhận')} hồ sơ`);
    expect(body).toContain(`Hồ sơ nộp trực tuyến là ${both('Trong đó: nộp trực tuyến')},`);
    expect(body).toContain(`Đã giải quyết ${both('Đã giải quyết')} hồ sơ, trong đó đúng hạn và trước hạn ${both('Đúng hạn, trước hạn')} hồ sơ`);
    for (const ordinal of [1, 2]) {
      const [received, online, done, inTime, late] = ['Hồ sơ tiếp nhận', 'Trong đó: nộp trực tuyến', 'Đã giải quyết', 'Đúng hạn, trước hạn', 'Quá hạn'].map((header) => columnCells('12/BC-UBND', ordinal, header));
      received?.forEach((count, row) => {
        expect((online?.[row] ?? NaN) <= count && (done?.[row] ?? NaN) <= count).toBe(true);
        expect((inTime?.[row] ?? NaN) + (late?.[row] ?? NaN)).toBe(done?.[row]);
      });
    }
  });

  it('rates in tables are those of their rows, and the text counts them right', () => {
    const cells = (code: string) => (byCode(code).letter.appendices[0]?.rows ?? []).map((row) => cellsOf(row).slice(1).map(Number));
    const percent = (part = NaN, whole = NaN) => Math.round((part / whole) * 10_000) / 100;
    const two = (count: number) => String(count).padStart(2, '0');
    const spent = cells('13/UBND-KT');
    for (const [plan, paid, rate] of spent) expect(percent(paid, plan)).toBe(rate);
    const none = spent.filter((row) => row[1] === 0).length;
    expect(byCode('13/UBND-KT').letter.body).toContain(`Có ${two(none)} chủ đầu tư chưa giải ngân và ${two(spent.filter((row) => (row[2] ?? NaN) < 11.23).length - none)} chủ đầu tư`);
    expect(byCode('13/UBND-KT').letter.obligations[0]?.agencies).toHaveLength(none);
    const online = cells('18/UBND-KSTT');
    for (const [received, sent, rate] of online) expect(percent(sent, received)).toBe(rate);
    const reached = online.filter((row) => (row[2] ?? NaN) >= (row[3] ?? NaN)).length;
    expect(byCode('18/UBND-KSTT').letter.body).toContain(`Có ${two(reached)}/25 xã, phường đạt chỉ tiêu`);
    expect(byCode('18/UBND-KSTT').letter.body).toContain(`; ${two(online.filter((row) => (row[2] ?? NaN) < 60).length)} xã còn dưới 60%`);
  });

  it.each(shares)('%s: %s trên %s là %s phần trăm', (code, part, whole, printed) => {
    const number = (text: string): number => {
      const value = readVietnameseNumber(text);
      return 'value' in value ? value.value : NaN;
    };
    expect(((number(part) / number(whole)) * 100).toFixed(2).replace('.', ',')).toBe(printed);
    expect(byCode(code).letter.body).toContain(`${printed}%`);
    expect(byCode(code).letter.body).toContain(part);
  });
});

describe('own words', () => {
  const seeds = new URL('../../../shared/seeds/', import.meta.url);
  const words = (text: string): string[] => text.normalize('NFC').toLocaleLowerCase('vi').match(/[\p{L}\p{N}]+/gu) ?? [];

  // a run of ten: nine words are still a fixed term (cán bộ, công chức, viên chức, người lao động)
  it('no sentence of eight words, and no run of ten, is taken from a real dispatch', ({ skip }) => {
    if (!existsSync(seeds)) skip('không có thư mục văn bản thật để so');
    const real = readdirSync(seeds).filter((name) => name.endsWith('.txt')).map((name) => ` ${words(readFileSync(new URL(name, seeds), 'utf8')).join(' ')} `);
    expect(real.length).toBeGreaterThan(0);
    const taken: string[] = [];
    for (const { letter } of entries) {
      for (const sentence of [letter.subject, ...letter.body.split(/[.;:\n]+/)]) {
        if (named.some(({ name }) => name === sentence.trim())) continue;
        const list = words(sentence);
        const runs = list.length < 10 ? [list] : list.slice(9).map((_, at) => list.slice(at, at + 10));
        taken.push(...runs.filter((run) => run.length >= 8 && real.some((text) => text.includes(` ${run.join(' ')} `))).map((run) => run.join(' ')));
      }
    }
    expect(taken).toEqual([]);
  });
});
