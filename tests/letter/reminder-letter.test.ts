import { describe, expect, it } from 'vitest';
import { daysInWords, slashDate } from '../../shared/domain/days-in-words.ts';
import type { LateReport, RemindedObligation, ReminderFacts } from '../../shared/letter/late-report.ts';
import { missingParts } from '../../shared/letter/letter-problems.ts';
import { reminderLetter } from '../../shared/letter/reminder-letter.ts';
import { cellsOf } from '../../shared/letter/letter.ts';

const officeName = 'Ủy ban nhân dân tỉnh An Bình';
const communes = 'UBND các xã, phường';
const departments = 'Các sở, ban, ngành tỉnh';

const dispatch = { id: 7, typeName: 'Công văn', code: '2953/UBND-VP', issuedDate: '2020-08-14', organName: officeName, subject: 'tiếp tục đẩy mạnh cài đặt ứng dụng' };
const directive = { id: 9, typeName: 'Chỉ thị', code: '06/CT-UBND', issuedDate: '2020-02-03', organName: officeName, subject: 'về tăng cường kỷ luật báo cáo' };

const obligation = (changes: Partial<RemindedObligation> = {}): RemindedObligation => ({
  id: 1, dispatch, lines: [departments], what: 'báo cáo kết quả triển khai', reportTo: 'Sở Thông tin và Truyền thông', due: '2020-08-17', time: null, bound: null, recurrence: null, until: null, ...changes,
});
const daily = obligation({ id: 2, lines: [communes], due: '2020-08-15', time: '16:00', bound: 'before', recurrence: 'daily', until: '2020-08-20' });

const late = (agency: string, of: RemindedObligation, day: string, lateDays: number, extendedTo: string | null = null): LateReport => ({ agency, obligation: of, day, extendedTo, lateDays });

const facts = (changes: Partial<ReminderFacts> & Pick<ReminderFacts, 'reports'>): ReminderFacts => ({
  lineSizes: new Map(),
  moment: { day: '2020-08-18', time: null },
  newDue: '2020-08-21',
  officeName,
  commanding: true,
  first: { codeNotation: 'UBND-VP', place: null, archive: { units: 'VT, KT', drafter: 'Hoa', copies: 8 }, signer: { competence: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', fullName: 'Trần Minh Khôi' } },
  ...changes,
});

const named = (amount: number): string[] => Array.from({ length: amount }, (_, at) => `UBND xã Số ${at + 1}`);

describe('công văn đôn đốc', () => {
  it('một sở chậm một báo cáo: gửi thẳng sở ấy, dẫn đủ văn bản, nói quá hạn mấy ngày', () => {
    const letter = reminderLetter(facts({ reports: [late('Sở Xây dựng', obligation(), '2020-08-17', 1)] }));
    expect(letter.subject).toBe('đôn đốc báo cáo kết quả triển khai Công văn số 2953/UBND-VP');
    expect(letter.addressees).toEqual(['Sở Xây dựng']);
    expect(letter.body.split('\n')).toEqual([
      'Theo Công văn số 2953/UBND-VP ngày 14 tháng 8 năm 2020 của Ủy ban nhân dân tỉnh An Bình về việc tiếp tục đẩy mạnh cài đặt ứng dụng, Sở Xây dựng có trách nhiệm báo cáo kết quả triển khai, gửi Sở Thông tin và Truyền thông chậm nhất ngày 17 tháng 8 năm 2020.',
      'Tuy nhiên, đến hết ngày 18 tháng 8 năm 2020, Sở Xây dựng chưa gửi báo cáo, quá hạn 01 ngày (chi tiết tại Phụ lục kèm theo).',
      'Để việc tổng hợp, báo cáo được đầy đủ, kịp thời, Ủy ban nhân dân tỉnh An Bình yêu cầu Sở Xây dựng khẩn trương báo cáo kết quả triển khai, gửi Sở Thông tin và Truyền thông chậm nhất ngày 21 tháng 8 năm 2020.',
      'Yêu cầu Sở Xây dựng nghiêm túc thực hiện./.',
    ]);
    expect(letter.recipients).toEqual([{ name: 'Như trên' }]);
    expect(letter.archive).toEqual({ units: 'VT, KT', drafter: 'Hoa', copies: null });
    expect(letter.signer.competence).toBe('KT. CHỦ TỊCH');
    expect(letter.obligations).toEqual([{ agencies: ['Sở Xây dựng'], what: 'báo cáo kết quả triển khai', due: '2020-08-21', time: null, recurrence: null, reportTo: 'Sở Thông tin và Truyền thông', bound: 'through' }]);
    expect(missingParts(letter)).toEqual([]);
  });

  it('báo cáo hằng ngày chậm nhiều ngày: các ngày gộp một dòng, số ngày tính từ hạn sớm nhất', () => {
    const letter = reminderLetter(facts({ reports: ['2020-08-15', '2020-08-16', '2020-08-17'].map((day, at) => late('UBND xã Bình Hòa', daily, day, 3 - at)) }));
    expect(letter.body).toContain('UBND xã Bình Hòa có trách nhiệm báo cáo kết quả triển khai, gửi Sở Thông tin và Truyền thông trước 16 giờ 00 hằng ngày, từ ngày 15/8/2020 đến ngày 20/8/2020.');
    expect(letter.body).toContain('UBND xã Bình Hòa chưa gửi báo cáo của các ngày 15, 16, 17/8/2020');
    expect(letter.appendices[0]?.title).toBe('Danh sách cơ quan, đơn vị chưa gửi báo cáo');
    expect(letter.appendices[0]?.rows).toEqual([['UBND xã Bình Hòa', 'Công văn số 2953/UBND-VP ngày 14/8/2020', 'Báo cáo kết quả triển khai', '16 giờ 00 các ngày 15, 16, 17/8/2020', 3]]);
  });

  it('nhiều văn bản: mỗi văn bản một mục, trích yếu nêu tên, nhiều nơi nhận báo cáo thì không nêu một nơi', () => {
    const other = obligation({ id: 3, dispatch: directive, lines: [departments], what: 'báo cáo tình hình', reportTo: 'Sở Nội vụ', due: '2020-08-10', bound: 'before' });
    const letter = reminderLetter(facts({ newDue: null, commanding: false, reports: [late('Sở Xây dựng', obligation(), '2020-08-17', 1), late('Sở Y tế', obligation(), '2020-08-17', 1), late('Sở Y tế', other, '2020-08-10', 8, '2020-08-12')] }));
    expect(letter.subject).toBe('đôn đốc báo cáo kết quả thực hiện Công văn số 2953/UBND-VP và Chỉ thị số 06/CT-UBND');
    expect(letter.addressees).toEqual(['Sở Xây dựng', 'Sở Y tế']);
    expect(letter.body.split('\n')).toEqual([
      'Ủy ban nhân dân tỉnh An Bình đã ban hành các văn bản sau đây, trong đó giao nhiệm vụ báo cáo, thực hiện có thời hạn:',
      '1. Công văn số 2953/UBND-VP ngày 14 tháng 8 năm 2020 của Ủy ban nhân dân tỉnh An Bình về việc tiếp tục đẩy mạnh cài đặt ứng dụng: các sở, ban, ngành tỉnh được đề nghị báo cáo kết quả triển khai, gửi Sở Thông tin và Truyền thông chậm nhất ngày 17 tháng 8 năm 2020; còn 02 cơ quan, đơn vị chưa gửi báo cáo.',
      '2. Chỉ thị số 06/CT-UBND ngày 03 tháng 02 năm 2020 của Ủy ban nhân dân tỉnh An Bình về tăng cường kỷ luật báo cáo: các sở, ban, ngành tỉnh được đề nghị báo cáo tình hình, gửi Sở Nội vụ trước ngày 11 tháng 8 năm 2020; còn 01 cơ quan, đơn vị chưa gửi báo cáo.',
      'Tuy nhiên, đến hết ngày 18 tháng 8 năm 2020, còn 02 cơ quan, đơn vị chưa gửi báo cáo, tổng cộng 03 báo cáo quá hạn (danh sách tại Phụ lục kèm theo).',
      'Để việc tổng hợp, báo cáo được đầy đủ, kịp thời, Ủy ban nhân dân tỉnh An Bình đề nghị các cơ quan, đơn vị có tên trong Phụ lục khẩn trương hoàn thành các nội dung nêu tại Phụ lục, gửi cơ quan nhận báo cáo theo từng văn bản nêu trên ngay sau khi nhận được văn bản này.',
      'Đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện./.',
    ]);
    expect(letter.obligations).toEqual([]);
    expect(letter.appendices[0]?.rows.map(cellsOf).map((row) => [row[0], row[3], row[4]])).toEqual([['Sở Xây dựng', '17/8/2020', 1], ['Sở Y tế', '17/8/2020', 1], ['Sở Y tế', '10/8/2020 (gia hạn đến 12/8/2020)', 8]]);
  });

  it.each([
    { amount: 12, size: 40, addressees: named(12) },
    { amount: 13, size: 13, addressees: [communes] },
    { amount: 13, size: 40, addressees: ['Các cơ quan, đơn vị có tên trong Phụ lục'] },
  ])('$amount trên $size xã, phường chậm thì kính gửi $addressees.length dòng', ({ amount, size, addressees }) => {
    const letter = reminderLetter(facts({ lineSizes: new Map([[communes, size]]), reports: named(amount).map((agency) => late(agency, daily, '2020-08-15', 3)) }));
    expect(letter.addressees).toEqual(addressees);
    expect(letter.obligations[0]?.agencies).toEqual(named(amount));
  });

  it('nhóm chưa tách thành từng cơ quan không bị đếm là một cơ quan', () => {
    const letter = reminderLetter(facts({ reports: [late(departments, obligation(), '2020-08-17', 1), late(communes, daily, '2020-08-15', 3)] }));
    expect(letter.body).not.toMatch(/0\d cơ quan/u);
    expect(letter.body).toContain('còn nhiều cơ quan, đơn vị chưa gửi báo cáo');
    expect(letter.addressees).toEqual([departments, communes]);
  });
});

describe('ngày trong văn bản', () => {
  it.each([
    ['2020-08-05', '05/8/2020'],
    ['2021-02-15', '15/02/2021'],
    ['2021-11-09', '09/11/2021'],
  ])('%s viết là %s', (day, words) => expect(slashDate(day)).toBe(words));

  it.each([
    [['2020-08-15'], 'ngày 15/8/2020'],
    [['2020-08-15', '2020-08-17'], 'các ngày 15, 17/8/2020'],
    [['2020-08-30', '2020-08-31', '2020-09-01'], 'các ngày 30, 31/8, 01/9/2020'],
    [['2020-12-31', '2021-01-01'], 'các ngày 31/12/2020, 01/01/2021'],
    [['2020-08-15', '2020-08-16', '2020-08-17', '2020-08-18'], 'từ ngày 15/8 đến ngày 18/8/2020'],
    [['2020-12-30', '2020-12-31', '2021-01-01', '2021-01-02'], 'từ ngày 30/12/2020 đến ngày 02/01/2021'],
    [[], ''],
  ])('%j viết là «%s»', (days, words) => expect(daysInWords(days)).toBe(words));
});
