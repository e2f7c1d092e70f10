import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFeed, escapeText, foldLine } from './calendar-feed.ts';
import { dutiesOf } from './duty.ts';

const octets = (text: string) => new TextEncoder().encode(text).length;
const unfold = (text: string) => text.replaceAll('\r\n ', '');

describe('[F45] a calendar to subscribe to (RFC 5545)', () => {
  it('folds any line so that no part is over 75 octets, and unfolded it is the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'aZ0 ;,\\:\n\r\u0007ăữỡ—😀'), { maxLength: 300 }).map((signs) => signs.join('')),
        (text) => {
          const line = escapeText(text);
          expect(line).not.toMatch(/[\r\n]/);
          const folded = foldLine(line);
          expect(Math.max(...folded.split('\r\n').map(octets))).toBeLessThanOrEqual(75);
          expect(unfold(folded)).toBe(line);
        },
      ),
    );
  });

  it('shows each closing as a whole day under a name that stays, and counts its changes', () => {
    const round = (closes: string, version: number) => ({
      ...{ id: 'minh-hoa-2022', title: 'Kỳ đánh giá minh họa 2022; lần 1, tỉnh', ownerBody: { id: 'bo-minh-hoa', name: 'Bộ Minh họa' } },
      steps: [{ step: 'selfAssessment' as const, opens: 0, closes: Date.parse(closes), version }],
      ...{ extensions: [], appraisers: [], parts: [], replies: [] },
      sheets: [{ id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01', state: 'open' as const, reopened: null, explanation: null }],
    });
    const person = { account: 'a', offices: [{ role: 'head', body: 'tinh-minh-hoa-01' }], requests: [] };
    const feed = (closes: string, version: number) => unfold(calendarFeed(dutiesOf(person, [round(closes, version)]), 0, 'https://cham-diem.example'));
    const first = feed('2023-02-01T00:00:00+07:00', 1);
    expect(first.split('\r\n')).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ParIndex//Lich ca nhan//VI', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:ParIndex'],
      ...['X-WR-TIMEZONE:Asia/Ho_Chi_Minh', 'REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H', 'BEGIN:VEVENT'],
      ...['UID:minh-hoa-2022/tinh-minh-hoa-01/selfAssessment@parindex', 'DTSTAMP:19700101T000000Z', 'SEQUENCE:1'],
      ...['DTSTART;VALUE=DATE:20230131', 'DTEND;VALUE=DATE:20230201'],
      'SUMMARY:Hạn tự đánh giá\\, chấm điểm: Tỉnh Minh họa 01',
      'DESCRIPTION:Hạn: hết ngày 31/01/2023 (giờ Việt Nam).\\nKỳ đánh giá minh họa 2022\\; lần 1\\, tỉnh',
      ...['URL:https://cham-diem.example/lam-viec/ky-danh-gia/minh-hoa-2022', 'TRANSP:TRANSPARENT', 'STATUS:CONFIRMED', 'END:VEVENT', 'END:VCALENDAR', ''],
    ]);
    const moved = feed('2023-02-10T17:00:00+07:00', 2);
    expect(moved).toContain('UID:minh-hoa-2022/tinh-minh-hoa-01/selfAssessment@parindex\r\n');
    expect(moved).toContain('SEQUENCE:2\r\nDTSTART;VALUE=DATE:20230210');
    expect(moved).toContain('DESCRIPTION:Hạn: 17 giờ 00 ngày 10/02/2023');
  });
});
