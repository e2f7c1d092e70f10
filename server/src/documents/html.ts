const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text or number as HTML shows it. */
export const escaped = (value: string | number): string => String(value).replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] as string);

/** A run that no column holds, as a hash is: such cells alone break within a word. */
const LONG_RUN = /\S{25,}/;
const cellOf = (cell: string) => `<td${LONG_RUN.test(cell.replaceAll(/<[^>]*>/g, '')) ? ' class="long"' : ''}>${cell}</td>`;

/** A table whose rows are made of HTML. */
export const htmlTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map(cellOf).join('')}</tr>`)
    .join('')}</tbody></table>`;
