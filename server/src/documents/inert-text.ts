/** What a spreadsheet would take for a formula, were the cell typed anew or the sheet saved as CSV, is set apart by an apostrophe. */
export const inertText = (text: string | null): string => (text === null ? '' : /^[=@\t\r]|^[+-](?!\d[\d .]*$)/.test(text) ? `'${text}` : text);
