import { dayAfter } from '../quantity/calendar-date.ts';
import { deadlineDay } from '../round/index.ts';
import { deadlineText } from '../words/step-times.ts';
import type { Duty } from './duty.ts';
import { dutyTitle } from './words.ts';

/** Most octets of a line (RFC 5545, 3.1), without its end. */
const LINE = 75;

const octetsOf = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
};

/** A line folded so that no part is longer than allowed and no letter is broken. */
export function foldLine(line: string): string {
  let folded = '';
  let length = 0;
  for (const sign of line) {
    const octets = octetsOf(sign);
    if (length + octets > LINE) {
      folded += '\r\n ';
      length = 1;
    }
    folded += sign;
    length += octets;
  }
  return folded;
}

/** Text as a value (RFC 5545, 3.3.11); other control characters have no place in it. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

const dateOf = (day: string) => day.replaceAll('-', '');
const stampOf = (moment: number) => `${new Date(moment).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** Where the workspace shows what a duty is about. */
const PLACES: Readonly<Record<Duty['about']['kind'], string>> = { round: 'lam-viec/ky-danh-gia', edition: 'lam-viec/bo-tieu-chi' };

/** What a person has to end, as a calendar (RFC 5545): a whole day each, in Vietnam's days, so that no zone moves it. */
export function calendarFeed(duties: readonly Duty[], moment: number, origin: string | undefined): string {
  // What was decided is news, and no day to keep.
  const events = duties
    .filter(({ asked }) => !asked?.decided)
    .flatMap((duty) => {
      const last = deadlineDay(duty.closes);
      return [
        'BEGIN:VEVENT',
        `UID:${escapeText(duty.id)}@parindex`,
        `DTSTAMP:${stampOf(moment)}`,
        `SEQUENCE:${duty.changes}`,
        `DTSTART;VALUE=DATE:${dateOf(last)}`,
        `DTEND;VALUE=DATE:${dateOf(dayAfter(last))}`,
        `SUMMARY:${escapeText(dutyTitle(duty))}`,
        `DESCRIPTION:${escapeText(`Hạn: ${deadlineText(new Date(duty.closes).toISOString(), 'vi')} (giờ Việt Nam).\n${duty.about.title}`)}`,
        ...(origin === undefined ? [] : [`URL:${origin}/${PLACES[duty.about.kind]}/${encodeURIComponent(duty.about.id)}`]),
        'TRANSP:TRANSPARENT',
        'STATUS:CONFIRMED',
        'END:VEVENT',
      ];
    });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ParIndex//Lich ca nhan//VI',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:ParIndex',
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
