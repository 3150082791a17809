import { addDays, type IsoDate } from '../domain/dates.ts';

/** A deadline in a calendar: a whole day, or a minute of it. */
export interface DeadlineEvent {
  /** The same deadline has the same one in every file. */
  uid: string;
  day: IsoDate;
  time: string | null;
  summary: string;
  description: string;
}

/** Octets of a line, its line end not counted (RFC 5545 §3.1). */
const lineOctets = 75;

const utf8Length = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** A content line over as many lines as it takes, never cut inside a letter. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const sign of line) {
    const length = utf8Length(sign);
    // the space that marks the rest counts too
    if (octets + length > lineOctets) {
      out += '\r\n ';
      octets = 1;
    }
    out += sign;
    octets += length;
  }
  return out;
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
const compact = (day: IsoDate): string => day.replaceAll('-', '');

/**
 * Deadlines as an iCalendar file (RFC 5545): days without an hour as whole days, minutes in local floating time, so that no
 * time zone moves them; a bell the working morning before, or an hour ahead. `stamp` is when the file was made, in UTC, `YYYY-MM-DDTHH:mm:ss`.
 */
export function deadlineCalendar(name: string, events: readonly DeadlineEvent[], stamp: string): string {
  const made = `${stamp.replace(/[-:]/g, '').slice(0, 15)}Z`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//So Cong van//Han bao cao//VI', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`, ...events.flatMap((event) => eventLines(event, made)), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, day, time, summary, description }: DeadlineEvent, made: string): string[] {
  const when = time === null ? [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`] : [`DTSTART:${compact(day)}T${time.replace(':', '')}00`];
  // sixteen hours before the day begins is eight in the morning of the day before
  const bell = ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, `TRIGGER:${time === null ? '-PT16H' : '-PT1H'}`, 'END:VALARM'];
  return ['BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${made}`, ...when, `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, 'TRANSP:TRANSPARENT', ...bell, 'END:VEVENT'];
}
