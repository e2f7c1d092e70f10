import { expect, it } from 'vitest';
import { documentName, placeText } from './cited-document.ts';

it('[F29] names a document by number, date and subject, and the place that is cited in it', () => {
  expect(documentName({ number: '12/KH-MH', date: '2023-01-05', subject: 'Kế hoạch cải cách hành chính' }, 'vi')).toBe(
    'Số 12/KH-MH ngày 05/01/2023, Kế hoạch cải cách hành chính',
  );
  expect(documentName({ number: null, date: null, subject: 'Biên bản họp' }, 'vi')).toBe('Biên bản họp');
  expect(documentName({ number: null, date: null, subject: ' ' }, 'vi')).toBe('Tài liệu không ghi số, ký hiệu');
  const pages = [
    [3, 5],
    [9, 9],
  ] as const;
  expect(placeText({ pages, section: 'II.2', table: 'Biểu 3' }, 'vi')).toBe('trang 3-5, 9, mục II.2, Biểu 3');
  expect(placeText({}, 'vi')).toBe('');
});
