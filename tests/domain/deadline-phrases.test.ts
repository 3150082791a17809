import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, shortDate } from '../../shared/domain/dates.ts';
import { readDeadlines, type DeadlinePhrase } from '../../shared/domain/deadline-phrases.ts';
import { inThreeZones } from '../fixtures/zones.ts';

/** Every letter of these tests is dated Friday 20/11/2026 unless said otherwise. */
const issuedDate = '2026-11-20';
type Told = Partial<DeadlinePhrase>;

const sentences: [letter: string, ...told: Told[]][] = [
  // a day, its bound, and the last day that counts
  ['Các sở, ngành gửi báo cáo về Sở Nội vụ trước ngày 15/12/2026.', { date: '2026-12-15', bound: 'before', due: '2026-12-14', who: 'Các sở, ngành', what: 'gửi báo cáo', reportTo: 'Sở Nội vụ', certain: true }],
  ['UBND các xã, phường báo cáo kết quả đến hết ngày 15/12/2026.', { bound: 'through', due: '2026-12-15', who: 'UBND các xã, phường', what: 'báo cáo kết quả' }],
  ['Đề nghị Sở Tài chính gửi ý kiến chậm nhất ngày 05/12/2026.', { bound: 'through', due: '2026-12-05', who: 'Sở Tài chính', what: 'gửi ý kiến' }],
  ['Đề nghị các đơn vị gửi ý kiến chậm nhất là ngày 05 tháng 12 năm 2026.', { date: '2026-12-05', bound: 'through', who: 'các đơn vị', certain: true }],
  ['Các cơ quan hoàn thành việc rà soát muộn nhất vào ngày 31/12/2026.', { due: '2026-12-31', bound: 'through', who: 'Các cơ quan', what: 'hoàn thành việc rà soát' }],
  ['Yêu cầu Công an tỉnh hoàn thành không muộn hơn ngày 01/3/2027.', { due: '2027-03-01', bound: 'through', who: 'Công an tỉnh' }],
  ['Sở Y tế gửi số liệu chậm nhất trước ngày 10/12/2026.', { due: '2026-12-09', bound: 'before', who: 'Sở Y tế', what: 'gửi số liệu' }],
  ['Văn phòng UBND tỉnh tổng hợp, trình Chủ tịch UBND tỉnh trước ngày 1/1/2027.', { due: '2026-12-31', reportTo: 'Chủ tịch UBND tỉnh', who: 'Văn phòng UBND tỉnh', what: 'tổng hợp, trình' }],
  ['Các phòng nộp hồ sơ trước ngày 05-12-2026 về Văn phòng Sở.', { date: '2026-12-05', reportTo: 'Văn phòng Sở' }],
  ['Các phòng nộp hồ sơ trước ngày 05.12.2026.', { date: '2026-12-05', who: 'Các phòng', what: 'nộp hồ sơ' }],
  ['Các phòng nộp hồ sơ trước ngày 05/12/26.', { date: '2026-12-05', certain: true }],
  ['Các phòng nộp hồ sơ trước 05/12/2026.', { date: '2026-12-05' }],
  ['Báo cáo gửi về Sở Xây dựng trước ngày 03/4/2027 để tổng hợp.', { date: '2027-04-03', reportTo: 'Sở Xây dựng', who: null }],
  ['Thời hạn gửi báo cáo: trước ngày 30/11/2026.', { due: '2026-11-29', bound: 'before' }],
  ['Thời hạn hoàn thành: ngày 30/11/2026.', { due: '2026-11-30', bound: 'through' }],
  ['Các đơn vị đăng ký danh sách, hạn cuối ngày 28/11/2026.', { due: '2026-11-28', bound: 'through', who: 'Các đơn vị' }],
  ['Sở Công Thương báo cáo UBND tỉnh vào ngày 10/12/2026.', { due: '2026-12-10', bound: null, reportTo: 'UBND tỉnh', what: 'báo cáo' }],
  ['Sở Công Thương báo cáo UBND tỉnh trong ngày 25/11/2026.', { due: '2026-11-25', who: 'Sở Công Thương' }],
  // an hour
  ['Các huyện báo cáo trước 16h00 ngày 25/11/2026.', { date: '2026-11-25', time: '16:00', due: '2026-11-25', bound: 'before' }],
  ['Ban Quản lý dự án gửi hồ sơ trước 17 giờ ngày 20/11/2026.', { time: '17:00', due: '2026-11-20', certain: true, who: 'Ban Quản lý dự án' }],
  ['Các đơn vị gửi về Văn phòng trước 16 giờ 30 phút, ngày 25 tháng 11 năm 2026.', { time: '16:30', due: '2026-11-25', reportTo: 'Văn phòng' }],
  ['Các đơn vị gửi danh sách trước 9h ngày 25/11/2026.', { time: '09:00' }],
  ['Các đơn vị gửi danh sách trước 5 giờ chiều ngày 25/11/2026.', { time: '17:00' }],
  ['Các đơn vị gửi danh sách chậm nhất 14:00 ngày 25/11/2026.', { time: '14:00', bound: 'through' }],
  ['Các đơn vị gửi danh sách trước 24h00 ngày 25/11/2026.', { time: null, due: '2026-11-25', bound: 'through' }],
  ['Các đơn vị gửi danh sách trước ngày 25/11/2026 (thứ Tư).', { due: '2026-11-24' }],
  ['Các đơn vị gửi danh sách trước 10h00 thứ Tư, ngày 25/11/2026.', { time: '10:00', due: '2026-11-25', recurrence: null }],
  // duties that come back
  ['UBND các xã báo cáo trước 16h00 hằng ngày về Sở Y tế.', { time: '16:00', recurrence: 'daily', date: null, due: '2026-11-21', reportTo: 'Sở Y tế', certain: true }],
  ['UBND các xã báo cáo trước 15 giờ mỗi ngày làm việc.', { time: '15:00', recurrence: 'working-days', due: '2026-11-23' }],
  ['Các đơn vị báo cáo trước 10h00 và 16h00 hằng ngày.', { time: '10:00', recurrence: 'daily' }, { time: '16:00', recurrence: 'daily' }],
  ['Các phòng chuyên môn gửi báo cáo vào thứ Sáu hằng tuần.', { recurrence: 'weekly', due: '2026-11-27', bound: null, certain: true, who: 'Các phòng chuyên môn', what: 'gửi báo cáo' }],
  ['Các phòng gửi báo cáo trước 15h00 chiều thứ Năm hàng tuần.', { recurrence: 'weekly', time: '15:00', due: '2026-11-26' }],
  ['Các xã gửi báo cáo trước thứ Hai hằng tuần.', { recurrence: 'weekly', due: '2026-11-22', bound: 'before' }],
  ['Các xã gửi báo cáo tuần vào chiều thứ 6 hàng tuần.', { recurrence: 'weekly', due: '2026-11-27' }],
  ['Các sở báo cáo UBND tỉnh trước ngày 25 hằng tháng.', { recurrence: 'monthly', date: null, due: '2026-11-24', bound: 'before', certain: true, reportTo: 'UBND tỉnh' }],
  ['Các sở báo cáo UBND tỉnh chậm nhất ngày 20 hàng tháng.', { recurrence: 'monthly', due: '2026-12-20', bound: 'through' }],
  ['Các sở báo cáo vào ngày 15 của tháng cuối quý.', { recurrence: 'quarterly', due: '2026-12-15', certain: true }],
  ['Sở Tư pháp báo cáo UBND tỉnh định kỳ hằng quý.', { recurrence: 'quarterly', due: null, bound: null, certain: false, who: 'Sở Tư pháp' }],
  ['Định kỳ hằng tháng, UBND các xã, phường tổng hợp, báo cáo Sở Nội vụ.', { recurrence: 'monthly', who: 'UBND các xã, phường', what: 'tổng hợp, báo cáo', reportTo: 'Sở Nội vụ' }],
  ['Các xã báo cáo trước 16h00 hằng ngày cho đến hết ngày 30/11/2026.', { recurrence: 'daily', until: '2026-11-30', time: '16:00' }],
  ['Các xã báo cáo hằng ngày từ ngày 23/11/2026 đến ngày 30/11/2026.', { recurrence: 'daily', due: '2026-11-23', until: '2026-11-30' }],
  // terms
  ['Trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này, các sở gửi ý kiến về Sở Tư pháp.', { within: { amount: 5, unit: 'working-days', from: null }, date: null, due: null, who: 'các sở', reportTo: 'Sở Tư pháp', certain: true }],
  ['Cơ quan được lấy ý kiến trả lời chậm nhất 10 ngày kể từ ngày nhận được hồ sơ.', { within: null, due: null, bound: 'through', certain: false }],
  ['Các đơn vị báo cáo trong vòng 07 (bảy) ngày kể từ ngày ký văn bản này.', { within: { amount: 7, unit: 'days', from: issuedDate } }],
  ['Các đơn vị khắc phục trong thời hạn 15 ngày kể từ ngày 01/12/2026.', { within: { amount: 15, unit: 'days', from: '2026-12-01' } }],
  ['Thanh tra tỉnh báo cáo trong vòng 48 giờ.', { within: { amount: 2, unit: 'days', from: null }, certain: false }],
  ['Thanh tra tỉnh kết luận, báo cáo trong thời hạn hai tuần.', { within: { amount: 14, unit: 'days', from: null }, certain: false }],
  ['Không quá 03 ngày làm việc sau khi nhận hồ sơ, Sở Xây dựng có trách nhiệm trả lời.', { within: null, due: null, certain: false, who: 'Sở Xây dựng' }],
  // a term counted from an event whose day nobody knows has no day
  ['Trong thời hạn 20 ngày kể từ ngày nghiệm thu, các xã nộp hồ sơ về Sở Xây dựng.', { within: null, due: null, certain: false }],
  ['Sở Y tế gửi báo cáo chậm nhất 05 ngày làm việc sau khi kết thúc đợt kiểm tra.', { within: null, due: null, certain: false }],
  ['Trong vòng 15 ngày kể từ khi có kết quả trúng thầu, các sở báo cáo Sở Tài chính.', { within: null, due: null, certain: false }],
  ['Trong thời hạn 07 ngày kể từ ngày nhận được Công văn này, các sở báo cáo.', { within: { amount: 7, unit: 'days', from: null }, certain: true }],
  // a month, a quarter, a day without its year
  ['Các chủ đầu tư hoàn thành quyết toán trong tháng 12/2026.', { due: '2026-12-31', bound: 'through', certain: true, who: 'Các chủ đầu tư' }],
  ['Sở Tài chính trình UBND tỉnh trong quý I/2027.', { due: '2027-03-31', bound: 'through' }],
  ['Sở Tài chính trình UBND tỉnh trong tháng 3.', { due: '2027-03-31', certain: false }],
  ['Các đơn vị gửi báo cáo trước ngày 15/12.', { date: '2026-12-15', due: '2026-12-14', certain: false }],
  ['Các đơn vị gửi báo cáo trước ngày 10/01.', { date: '2027-01-10', certain: false }],
  ['Các đơn vị gửi báo cáo trước ngày 05 tháng sau.', { date: '2026-12-05', certain: false }],
  ['Các đơn vị gửi báo cáo trước ngày 15/12 hằng năm.', { date: null, due: '2026-12-14', recurrence: 'yearly', certain: true }],
  // what is no day, and days never turned round
  ['Các đơn vị gửi báo cáo trước ngày 30/02/2027.', { date: null, due: null, bound: 'before', certain: false }],
  ['Các đơn vị gửi báo cáo trước ngày 12/25/2026.', { date: null, due: null, certain: false }],
  ['Các đơn vị gửi báo cáo trước ngày 03/12/2026.', { date: '2026-12-03' }],
  ['Các đơn vị gửi báo cáo trước ngày 15/01/2026.', { date: '2026-01-15', certain: false }],
  // who, what and to whom
  ['Trước ngày 10/12/2026, UBND các huyện gửi kết quả về Sở Nông nghiệp và Môi trường để tổng hợp.', { who: 'UBND các huyện', what: 'gửi kết quả', reportTo: 'Sở Nông nghiệp và Môi trường' }],
  ['Các đơn vị, trước ngày 10/12/2026, gửi kết quả về Sở Tài chính.', { who: 'Các đơn vị', reportTo: 'Sở Tài chính' }],
  ['Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Tài chính tham mưu UBND tỉnh trước ngày 20/12/2026.', { who: 'Sở Văn hóa, Thể thao và Du lịch' }],
  ['UBND tỉnh yêu cầu các sở, ban, ngành khẩn trương báo cáo về Sở Văn hóa, Thể thao và Du lịch trước ngày 20/12/2026.', { who: 'các sở, ban, ngành', reportTo: 'Sở Văn hóa, Thể thao và Du lịch' }],
  ['Để kịp thời tổng hợp, các Sở, ngành gửi báo cáo về Ban Tổ chức Tỉnh ủy trước ngày 20/12/2026.', { who: 'các Sở, ngành', reportTo: 'Ban Tổ chức Tỉnh ủy' }],
  ['Ban Chỉ đạo chuyển đổi số tỉnh họp, báo cáo Tỉnh ủy trước ngày 20/12/2026.', { reportTo: 'Tỉnh ủy' }],
  ['Các tổ chức chính trị - xã hội gửi kế hoạch trước ngày 20/12/2026.', { who: 'Các tổ chức chính trị - xã hội', what: 'gửi kế hoạch' }],
  ['Các sở báo cáo trước ngày 05/12/2026; UBND các xã báo cáo trước ngày 08/12/2026; Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 12/12/2026.', { who: 'Các sở', due: '2026-12-04' }, { who: 'UBND các xã', due: '2026-12-07' }, { who: 'Sở Nội vụ', due: '2026-12-11', reportTo: 'UBND tỉnh' }],
  ['Các sở xây dựng kế hoạch trước ngày 05/12/2026 và báo cáo kết quả trước ngày 25/12/2026.', { who: 'Các sở', due: '2026-12-04' }, { who: 'Các sở', due: '2026-12-24', what: 'báo cáo kết quả' }],
  ['Giám đốc các sở; Chủ tịch UBND các xã, phường báo cáo kết quả trước ngày 05/12/2026; đồng thời gửi Sở Nội vụ để tổng hợp.', { who: 'Giám đốc các sở; Chủ tịch UBND các xã, phường' }],
  ['1. Sở Nội vụ:\n- Rà soát danh mục.\n- Gửi kết quả về Văn phòng UBND tỉnh trước ngày 05/12/2026.', { who: 'Sở Nội vụ', reportTo: 'Văn phòng UBND tỉnh', what: 'Gửi kết quả' }],
  ['a) UBND các xã, phường: tổng hợp, báo cáo trước ngày 05/12/2026;', { who: 'UBND các xã, phường', what: 'tổng hợp, báo cáo' }],
  ['- Đối với các doanh nghiệp: nộp báo cáo trước ngày 05/12/2026.', { who: 'các doanh nghiệp' }],
  // as it comes out of word processors and scans
  ['Các đơn vị gửi báo cáo **trước ngày 05/12/2026** về **Sở Nội vụ**.', { due: '2026-12-04', reportTo: 'Sở Nội vụ', phrase: 'trước ngày 05/12/2026' }],
  ['Các đơn vị gửi báo cáo trước **17h00** ngày **05/12/2026**.', { time: '17:00', due: '2026-12-05', sentence: 'Các đơn vị gửi báo cáo trước 17h00 ngày 05/12/2026.' }],
  ['Các đơn vị gửi báo cáo trước\u00A0ngày\u00A005/12/2026.', { due: '2026-12-04' }],
  ['Các đơn vị gửi báo cáo kết quả thực hiện nhiệm vụ về Sở Nội vụ trước\nngày 05/12/2026 để tổng hợp.', { due: '2026-12-04' }],
  ['Các đon vị gừi báo cáo trươc ngàv 05/12/2026 về Sở Nội vụ. Cac don vi gui bao cao truoc ngay O5/l2/2O26.', { due: '2026-12-04', certain: false }],
  ['Các đơn vị gửi báo cáo trước ngày 05 tluìng 12 nám 2026.', { due: '2026-12-04' }],
  ['CÁC ĐƠN VỊ GỬI BÁO CÁO TRƯỚC NGÀY 05/12/2026.', { due: '2026-12-04' }],
];

const nothing = [
  'Thực hiện Công văn số 12/SNV-TCBC ngày 05/12/2026 của Sở Nội vụ về việc báo cáo kết quả.',
  'Tính đến ngày 15/11/2026, toàn tỉnh có 120 đơn vị gửi báo cáo.',
  'Tính đến hết ngày 15/12/2026, các đơn vị báo cáo đạt 60%.',
  'Phấn đấu đến ngày 31/12/2026 toàn tỉnh hoàn thành 100% chỉ tiêu.',
  'Thực hiện làm việc trực tuyến từ ngày 23/11/2026 đến hết ngày 04/12/2026.',
  'Báo cáo số liệu từ ngày 01/11/2026 đến hết ngày 15/11/2026 cho thấy dịch bệnh giảm.',
  'Các dự án được phê duyệt trước ngày 01/01/2027 tiếp tục thực hiện.',
  'Văn bản có hiệu lực trước ngày 01/7/2025 được tiếp tục áp dụng.',
  'Người dân khai báo y tế hằng ngày.',
  'Cán bộ, công chức cập nhật lịch trình, quá trình tiếp xúc hàng ngày.',
  'Báo cáo hằng ngày của các địa phương cho thấy số ca giảm.',
  'Trước mắt, các đơn vị báo cáo những việc cấp bách.',
  'Gửi hồ sơ trước 07 ngày làm việc so với ngày họp.',
  'Gửi tài liệu chậm nhất 03 ngày trước ngày khai mạc.',
  'Trong những ngày vừa qua, các đơn vị báo cáo nhiều khó khăn.',
  'Trong năm 2026, tình hình có nhiều chuyển biến.',
  'Trong tháng 11/2026, sản lượng tăng 5%.',
  'Báo cáo của khách hàng ngày 20/11/2026 gửi ngân hàng.',
  'Trước 1/3 số đơn vị, báo cáo được trình bày.',
  'Kết quả xếp thứ 10/63 tỉnh, thành phố.',
  'Sau ngày 20/12/2026 các đơn vị gửi báo cáo thì không tổng hợp.',
  'Ngày 14/11/2026, UBND tỉnh có Công văn yêu cầu các sở báo cáo trước ngày 17/11/2026; tuy nhiên đến nay còn nhiều đơn vị.',
  'Các đơn vị đã gửi báo cáo trước ngày 15/11/2026.',
  '',
  '   \n\n',
];

inThreeZones(() => {
  test.each(sentences)('%s', (letter, ...told) => {
    for (const text of [letter, letter.normalize('NFD')]) {
      const read = readDeadlines(text, { issuedDate });
      expect(read.map((phrase, index) => Object.fromEntries(Object.keys(told[index] ?? {}).map((key) => [key, key === 'phrase' ? phrase.phrase.normalize('NFC') : phrase[key as keyof DeadlinePhrase]])))).toEqual(told);
    }
  });
});

test.each(nothing)('không có hạn nào: «%s»', (letter) => expect(readDeadlines(letter, { issuedDate })).toEqual([]));

test('văn bản chưa biết ngày: hạn không năm thì chưa rõ, hạn định kỳ không biết lần đầu', () => {
  const read = readDeadlines('Các sở gửi báo cáo trước ngày 15/9. Các xã báo cáo trước 16h00 hằng ngày.', { issuedDate: null });
  expect(read.map(({ date, due, certain }) => ({ date, due, certain }))).toEqual([
    { date: null, due: null, certain: false },
    { date: null, due: null, certain: true },
  ]);
});

test.each<[letter: string, usual: string | null, same: string | null]>([
  ['Các sở gửi báo cáo về Sở Nội vụ trước ngày 15/12/2026.', '2026-12-14', '2026-12-15'],
  ['Các sở gửi báo cáo chậm nhất trước ngày 10/12/2026.', '2026-12-09', '2026-12-10'],
  ['Các sở gửi báo cáo trước ngày 15/12.', '2026-12-14', '2026-12-15'],
  ['Các xã gửi báo cáo trước thứ Hai hằng tuần.', '2026-11-22', '2026-11-23'],
  ['Các sở báo cáo UBND tỉnh trước ngày 25 hằng tháng.', '2026-11-24', '2026-11-25'],
  ['Các sở báo cáo UBND tỉnh trước ngày 21 hằng tháng.', '2026-12-20', '2026-11-21'],
  ['Các sở gửi báo cáo trước ngày 30/02/2027.', null, null],
  // an instant, a day taken in and a term are what they are for every office
  ['Các huyện báo cáo trước 16h00 ngày 25/11/2026.', '2026-11-25', '2026-11-25'],
  ['Các xã báo cáo trước 16h00 hằng ngày.', '2026-11-21', '2026-11-21'],
  ['Các sở gửi báo cáo đến hết ngày 15/12/2026.', '2026-12-15', '2026-12-15'],
  ['Các sở gửi báo cáo trước và trong ngày 15/12/2026.', '2026-12-15', '2026-12-15'],
  ['Các đơn vị gửi danh sách trước 24h00 ngày 25/11/2026.', '2026-11-25', '2026-11-25'],
])('nếp của cơ quan với «trước ngày»: %s hết ngày liền trước %s, tính cả ngày ấy %s', (letter, usual, same) => {
  const read = (beforeMeans: 'day-before' | 'same-day') => readDeadlines(letter, { issuedDate, beforeMeans });
  expect([read('day-before')[0]?.due, read('same-day')[0]?.due]).toEqual([usual, same]);
  // what the letter says stays what it says: only the day that counts differs
  const written = (phrases: DeadlinePhrase[]) => phrases.map((phrase) => ({ ...phrase, due: null, certain: null }));
  expect(written(read('same-day'))).toEqual(written(read('day-before')));
  expect(readDeadlines(letter, { issuedDate })).toEqual(read('day-before'));
});

describe('văn bản thật', () => {
  const folder = new URL('../../../shared/seeds/', import.meta.url);
  const here = existsSync(folder);
  const why = here ? '' : ' (bỏ qua: thư mục ../shared/seeds không có ở đây)';
  test.skipIf(!here).each(['1-hai-duong-2021-05', '2-tien-giang-3583', '3-hai-duong-2953', '4-hai-duong-vp-58-ocr', '5-thanh-hoa-2021'])(`%s đọc ra đúng những hạn mà người đọc thấy${why}`, (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.read.json`, folder), 'utf8')) as { issuedDate: string | null; deadlines: Told[] };
    const texts = [readFileSync(new URL(`${name}.txt`, folder), 'utf8')];
    const letter = new URL(`${name}.letter.json`, folder);
    if (existsSync(letter)) texts.push((JSON.parse(readFileSync(letter, 'utf8')) as { letter: { body: string } }).letter.body);
    for (const text of texts.flatMap((given) => [given, given.normalize('NFD'), given.replaceAll('\n', '\r\n')]))
      for (const day of [expected.issuedDate, null]) {
        const read = readDeadlines(text, { issuedDate: day });
        expect(read.map(({ date, time, recurrence, who, bound }) => ({ date, time, recurrence, who, bound }))).toEqual(expected.deadlines);
        for (const { certain, reportTo } of read) expect([certain, reportTo === null]).toEqual([true, false]);
      }
  });
});

describe('với chữ bất kỳ', () => {
  const pieces = fc.constantFrom('trước ngày ', 'đến hết ngày ', 'chậm nhất ', '16h00 ', '17/8/2020', '30/02/2021', '99/99/9999', '00/00/0000', 'hằng ngày', 'thứ Sáu hằng tuần', 'báo cáo ', 'gửi về Sở Nội vụ ', 'Các sở ', 'trong thời hạn 05 ngày ', 'tháng 13/2026', 'trong quý V', 'ngày 45 hằng tháng ', '; ', '. ', '\n', '**', '- ', '1. ', 'đ', '\u0301', '😀', '\uD800', 'İ', 'ﬃ', ' ');
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')));
  const anyIssued = fc.constantFrom(null, '2026-11-20', '2024-02-29', '2026-12-31', 'không phải ngày');

  test('không bao giờ vỡ, và chỗ được chỉ đúng là cụm từ ấy', () => {
    fc.assert(
      fc.property(anyText, anyIssued, (text, issued) => {
        let last = -1;
        for (const { phrase, start, end, due, date } of readDeadlines(text, { issuedDate: issued })) {
          expect(text.slice(start, end)).toBe(phrase);
          expect(phrase).not.toBe('');
          expect(start >= last).toBe(true);
          last = start;
          for (const day of [due, date]) if (day !== null) expect(shortDate(day)).not.toBe(day);
        }
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  test('ngày và tháng không bao giờ bị đổi chỗ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (days) => {
        const date = addDays('2026-11-20', days);
        const [day, month, year] = shortDate(date).split('/').map(Number);
        for (const written of [`${day}/${month}/${year}`, `${day}-${month}-${year}`, `${day} tháng ${month} năm ${year}`, shortDate(date)]) {
          expect(readDeadlines(`Các sở gửi báo cáo trước ngày ${written}.`, { issuedDate })).toMatchObject([{ date, due: addDays(date, -1), certain: true }]);
        }
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  test.each([
    ['một câu dài không dấu chấm', 'Các sở báo cáo kết quả trước ngày 17/8/2027, gửi về Sở Nội vụ '],
    ['toàn dấu phẩy', 'các sở, '],
    ['toàn dấu chấm phẩy', 'các sở; '],
    ['toàn khoảng trắng', ' \n'],
    ['toàn chữ số', '1/'],
    ['toàn từ mở đầu', 'yêu cầu các sở '],
    ['toàn chữ trước', 'trước chậm nhất vào '],
    ['toàn dấu đậm', '**'],
  ])('500.000 chữ %s đọc xong, không câu nào treo máy', (_, piece) => {
    const text = piece.repeat(Math.ceil(500_000 / piece.length));
    // a linear reading takes well under two seconds here; a quadratic one hours, and the test ends as one that hangs
    expect(Array.isArray(readDeadlines(text, { issuedDate }))).toBe(true);
  });
});
