import { z } from 'zod';

/** Answers that are no JSON, as Fastify writes them into the document. */
const content = (type: string, schema: object, description: string) => z.unknown().meta({ description, content: { [type]: { schema } } });

export const fileBytes = content('application/octet-stream', { type: 'string', format: 'binary' }, 'The bytes');
export const htmlPage = content('text/html', { type: 'string' }, 'HTML');
export const writtenText = z.string();
export const anyDocument = z.record(z.string(), z.unknown());
