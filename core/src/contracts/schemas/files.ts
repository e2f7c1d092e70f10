import { z } from 'zod';

/** Answers that are no JSON, as Fastify writes them into the document. */
const content = (type: string, schema: object, description: string) => z.unknown().meta({ description, content: { [type]: { schema } } });

export const fileBytes = content('application/octet-stream', { type: 'string', format: 'binary' }, 'The bytes');
/** A page to be printed, or the same as a file. */
export const pageOrFile = z.unknown().meta({
  description: 'HTML, or the bytes of a PDF or DOCX',
  content: { 'text/html': { schema: { type: 'string' } }, 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
});
export const writtenText = z.string();
export const anyDocument = z.record(z.string(), z.unknown());
