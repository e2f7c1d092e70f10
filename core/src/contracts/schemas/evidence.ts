import { z } from 'zod';
import { CONTRADICTIONS } from '../../evidence/contradictions.ts';
import { FILE_KINDS, FINDING_CODES, PAGE_ORIGINS } from '../../evidence/file-codes.ts';
import { PAGE_REMARKS } from '../../evidence/first-page.ts';
import { PERSONAL_DATA_KINDS } from '../../evidence/personal-data.ts';
import {
  CERTIFICATE_STATES,
  INTEGRITIES,
  LATER,
  REVOCATIONS,
  SIGNATURE_CODES,
  SIGNATURE_KINDS,
  SIGNATURE_VERDICTS,
  type SignatureCode,
} from '../../evidence/signature-codes.ts';
import { MOST_REFERENCES } from '../limits.ts';
import { day, longText, moment, pageOf, pageQuery, personName, slug, uuid, version } from './fields.ts';
import { sheetParams } from './sheets.ts';

/** How a document stands in the library: as a file, by its number alone, or as sent by the way for secret papers. */
export const DOCUMENT_FORMS = ['file', 'reference', 'secretMail'] as const;
export type DocumentForm = (typeof DOCUMENT_FORMS)[number];

/** Whether the bytes of a version can be read now, and why not. */
export const FILE_STATES = ['readable', 'unscanned', 'waitingForScan', 'infected', 'gone', 'withheld'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What an upload may be at. */
export const UPLOAD_STATES = ['receiving', 'received', 'kept', 'refused', 'cancelled'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

const factText = z.string().trim().min(1).max(500).nullable();

/** What a document says of itself. */
export const documentFacts = z.strictObject({
  number: z.string().trim().min(1).max(100).nullable(),
  date: day.nullable(),
  issuer: factText,
  subject: z.string().trim().min(1).max(2_000).nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
});

const read = z.object({ value: z.string(), from: z.string() });

/** What the first page says, each with the words it was read from; and what stands there blank or wrong. */
export const proposedFacts = z.object({
  number: read.nullable(),
  date: read.nullable(),
  issuer: read.extend({ superior: z.string().nullable(), own: z.string() }).nullable(),
  subject: read.nullable(),
  kind: read.nullable(),
  remarks: z.array(z.enum(PAGE_REMARKS)),
});

const finding = z.object({ code: z.enum(FINDING_CODES), count: z.number().optional(), detail: z.string().optional() });

/** A signature of a PDF, as server/src/signatures reads it. */
export const signatureReading = z.object({
  kind: z.enum(SIGNATURE_KINDS),
  field: z.string().nullable(),
  signer: z.string().nullable(),
  agency: z.string().nullable(),
  issuer: z.string().nullable(),
  serial: z.string().nullable(),
  signedAt: z.string().nullable(),
  timeStampedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  reason: z.string().nullable(),
  location: z.string().nullable(),
  integrity: z.enum(INTEGRITIES),
  later: z.enum(LATER),
  certificate: z.enum(CERTIFICATE_STATES),
  revocation: z.enum(REVOCATIONS),
  verdict: z.enum(SIGNATURE_VERDICTS),
  because: z.array(z.enum(SIGNATURE_CODES as [SignatureCode, ...SignatureCode[]])),
});

const file = z.object({
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  bytes: z.number(),
  /** Hex of the SHA-256. */
  sha256: z.string(),
  state: z.enum(FILE_STATES),
  pages: z.number().nullable(),
  pagesAre: z.enum(PAGE_ORIGINS).nullable(),
  findings: z.array(finding),
  signatures: z.array(signatureReading),
  personalFound: z.array(z.object({ kind: z.enum(PERSONAL_DATA_KINDS), page: z.number(), count: z.number() })),
});

/** What does not go together with the item or the year; people decide. */
const hint = z.object({ code: z.enum(CONTRADICTIONS), message: z.string() });

export const documentVersion = z.object({
  number: z.number(),
  file: file.nullable(),
  redacted: z.boolean(),
  facts: documentFacts,
  proposed: proposedFacts.nullable(),
  confirmed: z.object({ by: personName, at: moment }).nullable(),
  /** The extension by which it came after the step had closed. */
  late: z.object({ extension: uuid, document: z.object({ number: z.string(), date: day }) }).nullable(),
  uploaded: z.object({ by: personName, at: moment }),
  hints: z.array(hint),
});

/** Where a document is cited: the target, the stage, the citation as it stands in the sheet. */
const citedAt = z.object({ kind: z.enum(['item', 'figure']), target: z.string(), stage: z.string(), version: z.number(), citation: z.string() });

export const documentAnswer = z.object({
  id: uuid,
  form: z.enum(DOCUMENT_FORMS),
  access: z.enum(['restricted', 'released']),
  personalData: z.boolean(),
  carriedFrom: z.object({ document: uuid, round: slug }).nullable(),
  compared: z.object({ by: personName, at: moment }).nullable(),
  withdrawn: z.object({ by: personName, at: moment }).nullable(),
  /** Its removal is asked for: until that is decided nobody reads it, and no version of it is shown. */
  held: z.boolean(),
  /** Removed, or purged after its term: what is left is its record with the hash. */
  gone: z.object({ why: z.enum(['removed', 'purged']), at: moment }).nullable(),
  version,
  created: z.object({ by: personName, at: moment }),
  /** Newest first. */
  versions: z.array(documentVersion),
  cited: z.array(citedAt),
  /** Whether the reader may describe it and bring a new version, at the times for that: a department what it brought itself. */
  changeable: z.boolean(),
  /** Whether an appraiser brought it: its body does not change or withdraw it, nor ask for its removal. */
  byAppraiser: z.boolean(),
  /** The reader brought it as an appraiser, and may take it back still. */
  mayTakeBack: z.boolean(),
});

export const documentParams = sheetParams.extend({ document: uuid });
export const documentVersionParams = documentParams.extend({ number: z.coerce.number().int().min(1).max(32_767) });

export const documentListQuery = z.strictObject({
  /** Looked for without marks in number, issuer, subject and file name. */
  q: z.string().trim().max(200).optional(),
  /** Only what this item or figure cites. */
  item: z.string().max(100).optional(),
  figure: z.string().max(100).optional(),
  limit: pageQuery.shape.limit,
  after: pageQuery.shape.after,
});

/** What a body holds in a round, and how much more it may bring. */
export const documentList = pageOf(documentAnswer).extend({
  quota: z.object({ usedBytes: z.number(), mostBytes: z.number(), mostFileBytes: z.number() }),
  /** Whether files are looked through for harm here. */
  scanner: z.enum(['none', 'ready', 'down']),
  /** Whether documents can be brought now, and until when. */
  open: z.object({ until: moment.nullable(), late: z.boolean() }).nullable(),
});

/** Everybody who brings a file says that it carries no state secret. */
const notSecret = z.literal(true).meta({ description: 'The declaration that the document is no state secret' });

export const newUpload = z.strictObject({
  id: uuid,
  /** A new one, or one that is there: then the file is its next version. */
  document: uuid,
  name: z.string().min(1).max(1_000),
  bytes: z.number().int().min(1),
  redacted: z.boolean().default(false),
  notSecret,
});

export const uploadAnswer = z.object({
  id: uuid,
  document: uuid,
  name: z.string(),
  bytes: z.number(),
  /** How many have come. */
  received: z.number(),
  state: z.enum(UPLOAD_STATES),
  /** Where the bytes go, by the tus protocol. */
  url: z.string(),
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  by: personName,
  createdAt: moment,
});

export const uploadList = z.object({ items: z.array(uploadAnswer) });
export const uploadParams = z.strictObject({ upload: uuid });

export const newReferences = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        id: uuid,
        form: z.enum(['reference', 'secretMail']).default('reference'),
        number: documentFacts.shape.number,
        date: documentFacts.shape.date,
        issuer: documentFacts.shape.issuer.default(null),
        subject: documentFacts.shape.subject.default(null),
      }),
    )
    .min(1)
    .max(MOST_REFERENCES),
});

export const savedDocuments = z.object({ items: z.array(documentAnswer) });

/** What is told of a version, confirmed by whoever sends it. */
export const documentDescription = z.strictObject({ version, number: z.number().int().min(1).max(32_767), facts: documentFacts });

/** Released to be published, or restricted again; whether it holds personal data. */
export const documentAccess = z.strictObject({
  version,
  access: z.enum(['restricted', 'released']).optional(),
  personalData: z.boolean().optional(),
  reason: longText,
});

/** A package holds documents with personal data only where that is asked for, and only those that the asker may see. */
export const packageQuery = z.strictObject({ personal: z.enum(['true', 'false']).default('false') });

export const documentVersionSeen = z.strictObject({ version });

/** Documents of the round before, each said to hold still. */
export const carriedDocuments = z.strictObject({
  from: slug,
  documents: z
    .array(z.strictObject({ id: uuid, document: uuid, version: z.number().int().min(1) }))
    .min(1)
    .max(MOST_REFERENCES),
});

export const carriableQuery = z.strictObject({ from: slug.optional() });
export const carriableList = z.object({
  from: z.object({ round: slug, title: z.string(), year: z.number() }).nullable(),
  items: z.array(documentAnswer.pick({ id: true, form: true, versions: true, cited: true }).extend({ carried: z.boolean() })),
});

/** A piece of a preview: what a page of an Office or text file shows, as plain text and tables. */
export const previewBlock = z.union([
  z.object({ kind: z.enum(['heading', 'paragraph']), text: z.string() }),
  z.object({ kind: z.literal('table'), rows: z.array(z.array(z.string())) }),
]);

export const documentPagesQuery = z.strictObject({ from: z.coerce.number().int().min(1).max(1_000_000).default(1), limit: pageQuery.shape.limit });
export const documentPages = z.object({
  pages: z.array(z.object({ page: z.number(), title: z.string().nullable(), text: z.string(), scan: z.boolean(), blocks: z.array(previewBlock).nullable() })),
  next: z.string().nullable(),
});

export const pageSearchQuery = z.strictObject({
  q: z.string().trim().min(1).max(200),
  body: slug.optional(),
  limit: pageQuery.shape.limit,
});

export const pageSearchAnswer = z.object({
  items: z.array(
    z.object({
      document: uuid,
      version: z.number(),
      page: z.number(),
      body: z.object({ id: slug, name: z.string() }),
      number: z.string().nullable(),
      subject: z.string().nullable(),
      fileName: z.string().nullable(),
      /** The words around the first hit. */
      excerpt: z.string(),
    }),
  ),
  more: z.boolean(),
});
