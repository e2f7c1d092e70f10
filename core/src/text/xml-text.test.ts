import { expect, it } from 'vitest';
import { xmlText } from './xml-text.ts';

it('what no document of office software holds is shown as unreadable; letters, marks and line ends stay', () => {
  expect(xmlText('Thiếu \uFFFE người\u0001')).toBe('Thiếu \uFFFD người\uFFFD');
  expect(xmlText('Chỉ số\tcải cách\r\nhành chính 🏛')).toBe('Chỉ số\tcải cách\r\nhành chính 🏛');
});
