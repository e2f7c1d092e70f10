import { previewBlock } from '@parindex/core/contracts/schemas/evidence';
import { FILE_KINDS, FINDING_CODES, PAGE_ORIGINS, REFUSAL_CODES } from '@parindex/core/evidence/file-codes';
import { z } from 'zod';
import type { ImageKind } from './inspect-image.ts';
import type { Inspection } from './inspection.ts';
import { FileRefused } from './refused.ts';
import { jsonPrinted } from './run-apart.ts';

const line = z.object({ text: z.string(), x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const inspection = z.object({
  kind: z.enum(FILE_KINDS),
  findings: z.array(z.object({ code: z.enum(FINDING_CODES), count: z.int().min(0).exactOptional(), detail: z.string().exactOptional() })),
  pages: z.array(z.object({ text: z.string(), scan: z.boolean(), title: z.string().exactOptional() })),
  pagesAre: z.enum(PAGE_ORIGINS),
  firstPage: z.object({ width: z.number(), height: z.number(), lines: z.array(line) }).nullable(),
  blocks: z.array(z.array(previewBlock)).nullable(),
  /** In base 64. */
  preview: z.base64().nullable(),
});

/** What the inspecting process may answer. A malicious file may have taken it over, so its answer is validated like a stranger's. */
const answer = z.union([
  z.strictObject({ inspection }),
  z.strictObject({ image: z.enum(['png', 'jpeg', 'webp', 'gif', 'tiff']) }),
  z.strictObject({ refused: z.object({ code: z.enum(REFUSAL_CODES), details: z.record(z.string(), z.string()) }) }),
]);

/** Reads an answer; throws FileRefused if it is a refusal, or if no honest process would give it. */
export function readAnswer(text: string): Inspection | { readonly image: ImageKind } {
  const parsed = answer.safeParse(jsonPrinted(text));
  if (!parsed.success) throw new FileRefused('tooHeavy', { reason: 'answer' });
  const { data } = parsed;
  if ('refused' in data) throw new FileRefused(data.refused.code, data.refused.details);
  if ('image' in data) return data;
  const { preview } = data.inspection;
  return { ...data.inspection, preview: preview === null ? null : new Uint8Array(Buffer.from(preview, 'base64')) };
}
