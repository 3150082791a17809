import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineCalendar, type DeadlineEvent } from '../../shared/report/deadline-calendar.ts';
import { readCalendarFile } from '../fixtures/read-calendar-file.ts';

const event = (changes: Partial<DeadlineEvent> = {}): DeadlineEvent => ({ uid: 'owed-1-1@so-cong-van', day: '2020-08-17', time: null, summary: 'Hạn báo cáo', description: 'một dòng', ...changes });

describe('tệp lịch hạn báo cáo', () => {
  it('hạn cả ngày là sự kiện cả ngày, hạn có giờ là giờ địa phương không mang múi giờ, có chuông nhắc', () => {
    const text = deadlineCalendar('Hạn; báo cáo, 2020', [event(), event({ uid: 'owed-2-1@so-cong-van', day: '2020-12-31', time: '16:00', summary: 'Hạn: UBND xã; phường, «Bình Hòa»', description: 'dòng 1\ndòng 2 \\ hết' })], '2020-08-14T09:30:00');
    const { properties, events } = readCalendarFile(text);
    expect(properties).toMatchObject({ VERSION: '2.0', 'X-WR-CALNAME': 'Hạn; báo cáo, 2020' });
    expect(events).toEqual([
      { UID: 'owed-1-1@so-cong-van', DTSTAMP: '20200814T093000Z', 'DTSTART;VALUE=DATE': '20200817', 'DTEND;VALUE=DATE': '20200818', SUMMARY: 'Hạn báo cáo', DESCRIPTION: 'một dòng', TRANSP: 'TRANSPARENT', alarms: [{ ACTION: 'DISPLAY', DESCRIPTION: 'Hạn báo cáo', TRIGGER: '-PT16H' }] },
      { UID: 'owed-2-1@so-cong-van', DTSTAMP: '20200814T093000Z', DTSTART: '20201231T160000', SUMMARY: 'Hạn: UBND xã; phường, «Bình Hòa»', DESCRIPTION: 'dòng 1\ndòng 2 \\ hết', TRANSP: 'TRANSPARENT', alarms: [{ ACTION: 'DISPLAY', DESCRIPTION: 'Hạn: UBND xã; phường, «Bình Hòa»', TRIGGER: '-PT1H' }] },
    ]);
  });

  it('chữ nào cũng đọc lại được đúng, không dòng nào quá 75 byte, không chữ nào bị cắt đôi', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'Ủy ban nhân dân xã; phường, đặc khu\\ «ộ» 😀\n:'), minLength: 0, maxLength: 400 });
    fc.assert(
      fc.property(texts, texts, (summary, description) => {
        const text = deadlineCalendar(summary, [event({ summary, description })], '2020-08-14T09:30:00');
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(readCalendarFile(text).events[0]).toMatchObject({ SUMMARY: summary, DESCRIPTION: description });
      }),
    );
  });
});
