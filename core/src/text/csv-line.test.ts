import { expect, it } from 'vitest';
import { csvLine } from './csv-line.ts';

it('sets apart what a spreadsheet would take for a formula, and leaves numbers alone', () => {
  expect(csvLine(['=1+1', '+84', '@SUM(A1)', '-A1', "-1+cmd|' /C calc'!A0", '\tx', '-2-3'])).toBe(
    "'=1+1,'+84,'@SUM(A1),'-A1,'-1+cmd|' /C calc'!A0,'\tx,'-2-3\r\n",
  );
  expect(csvLine(['-1.25', '-3', '-0,5', -4, 7, null, 'Tỉnh "Minh họa", 01'])).toBe('-1.25,-3,"-0,5",-4,7,,"Tỉnh ""Minh họa"", 01"\r\n');
});
