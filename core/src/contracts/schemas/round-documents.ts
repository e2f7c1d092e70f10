import { z } from 'zod';
import { FILE_KINDS } from '../../evidence/file-codes.ts';
import { MOST_ROUND_FILES } from '../limits.ts';
import { day, longText, moment, personName, shortText, slug, uuid, version } from './fields.ts';
import { roundParams } from './sheets.ts';

/** What a round stands on: the decision that issues its plan, guidance by letter, decisions on extensions and exclusions; and letters of urging as they were issued. */
export const ROUND_DOCUMENT_KINDS = ['plan', 'guidance', 'decision', 'urging'] as const;
export type RoundDocumentKind = (typeof ROUND_DOCUMENT_KINDS)[number];

/** The id is made by the one who sends; of the name only its ending is trusted, and only against what the file holds. */
export const roundFileQuery = z.strictObject({ id: uuid, name: shortText });
export const roundFileParams = roundParams.extend({ file: uuid });

export const roundFile = z.object({
  id: uuid,
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  bytes: z.number(),
  sha256: z.string(),
  /** Whether a scanner has looked through it. */
  scanned: z.boolean(),
  broughtAt: moment,
});

/** Files brought before, in the order in which they are shown. */
export const attachedFiles = z.array(uuid).max(MOST_ROUND_FILES);

const told = {
  number: z.string().trim().min(1).max(100),
  date: day,
  /** The agency that issued it. */
  issuer: shortText,
  /** What it is about (trích yếu). */
  subject: longText,
  files: attachedFiles,
};

export const newRoundDocument = z.strictObject({ id: uuid, kind: z.enum(ROUND_DOCUMENT_KINDS), ...told });
export const roundDocumentParams = roundParams.extend({ document: uuid });
/** A new version of a document: `version` is the one that was seen, which stays and is no longer the one to read. */
export const newRoundDocumentVersion = z.strictObject({ version, ...told });

export const roundDocumentVersion = z.object({
  version,
  number: z.string(),
  date: day,
  issuer: z.string(),
  subject: z.string(),
  files: z.array(roundFile),
  madeBy: personName,
  madeAt: moment,
});

export const roundDocument = z.object({
  id: uuid,
  kind: z.enum(ROUND_DOCUMENT_KINDS),
  withdrawnAt: moment.nullable(),
  /** The one to read first; of a withdrawn document without their files. */
  versions: z.array(roundDocumentVersion),
});

/** A letter of urging as it was made here, before it was numbered and signed: byte for byte. */
const madeLetter = z.object({ file: roundFile, bodies: z.array(z.object({ id: slug, name: z.string() })), madeBy: personName });

export const roundDocumentList = z.object({
  documents: z.array(roundDocument),
  /** Those that the reader may see, the latest first: of the round's owners all. */
  letters: z.array(madeLetter),
});
