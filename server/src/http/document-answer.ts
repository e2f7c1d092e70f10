import { Readable } from 'node:stream';
import type { OfficialDocument } from '../documents/document.ts';
import { officialDocx } from '../documents/docx.ts';
import { HTML_POLICY, officialHtml } from '../documents/html.ts';
import { officialPdf } from '../documents/pdf.ts';
import { officialXlsx } from '../documents/xlsx.ts';
import { KINDS } from '../file-inspection/kinds.ts';
import { sandboxed } from './sandboxed.ts';

const RENDERERS = { pdf: officialPdf, docx: officialDocx, xlsx: officialXlsx } as const satisfies Record<
  string,
  (document: OfficialDocument) => Promise<Uint8Array>
>;

interface FileAnswer<B> {
  readonly body: B;
  readonly headers: Readonly<Record<string, string>>;
}

/** An official document as a page, or as a file. */
export const documentAnswer = (document: OfficialDocument, format: 'html' | keyof typeof RENDERERS, name: string): FileAnswer<string | Readable> =>
  format === 'html' ? pageAnswer(document) : fileAnswer(document, format, name);

/** An official document as a page to be read and printed in the browser. */
const pageAnswer = (document: OfficialDocument): FileAnswer<string> => ({
  body: officialHtml(document),
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': HTML_POLICY },
});

/** A document's bytes in one of its forms, for who keeps them. */
export const renderedDocument = async (document: OfficialDocument, format: keyof typeof RENDERERS): Promise<Buffer> =>
  Buffer.from(await RENDERERS[format](document));

/** Such bytes as a file; `name` without extension. */
export const bytesAnswer = <B extends Buffer | Readable>(bytes: B, format: keyof typeof RENDERERS, name: string): FileAnswer<B> => ({
  body: bytes,
  headers: sandboxed(KINDS[format].mediaType, `${name}.${format}`),
});

/** An official document as a file; `name` without extension. It is rendered after the transaction, so that no connection waits for it. */
export const fileAnswer = (document: OfficialDocument, format: keyof typeof RENDERERS, name: string): FileAnswer<Readable> =>
  madeAnswer(() => RENDERERS[format](document), format, name);

/** A file that is made once it is sent, in the same way. */
export const madeAnswer = (make: () => Promise<Uint8Array>, format: keyof typeof RENDERERS, name: string): FileAnswer<Readable> =>
  bytesAnswer(
    Readable.from(
      (async function* () {
        yield await make();
      })(),
    ),
    format,
    name,
  );
