import { expect, it } from 'vitest';
import { escaped, htmlTable } from './html.ts';

it('a hash may break anywhere; a date, a number and a path of words may not', () => {
  const hash = 'b3ec2ac4cc821fbc053655f393b64769';
  const path = `<a href="${'x'.repeat(60)}">${escaped('Lĩnh vực 1/1.1/12-KH-UBND - Kế hoạch.pdf')}</a>`;
  const table = htmlTable(['Mã băm', 'Ngày', 'Tệp'], [[hash, '05/02/2022', path]]);
  expect(table).toContain(`<td class="long">${hash}</td><td>05/02/2022</td><td>${path}</td>`);
});
