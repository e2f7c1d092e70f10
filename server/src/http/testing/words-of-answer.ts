import { getDocument, READING } from '../../file-inspection/pdfjs.ts';
import { readZip } from '../../zip/testing/read-zip.ts';

/** What stands on each page of a PDF. */
export async function pagesOfPdf(bytes: Buffer): Promise<string[]> {
  const task = getDocument({ ...READING, data: new Uint8Array(bytes) });
  try {
    const pdf = await task.promise;
    const pages: string[] = [];
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      // A word may be laid out in several runs.
      pages.push(items.map((run) => ('str' in run ? run.str : '')).join(''));
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

/** All that bytes say: of JSON, a page or a stream as it is, of a ZIP (so also DOCX and XLSX) its files with their names, of a PDF its text. */
export async function wordsOfBytes(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return (await pagesOfPdf(bytes)).join('');
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8');
  const files = [...(await readZip(bytes))];
  return (await Promise.all(files.map(async ([name, content]) => `${name} ${await wordsOfBytes(content)}`))).join(' ');
}

/** All that an answer says, its headers with it: a file name is told there. */
export async function wordsOfAnswer(headers: Readonly<Record<string, unknown>>, bytes: Buffer): Promise<string> {
  return `${Object.values(headers).join(' ')} ${await wordsOfBytes(bytes)}`;
}
