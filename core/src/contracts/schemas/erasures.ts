import { z } from 'zod';
import { DOCUMENT_CLASSES } from '../../evidence/document-classes.ts';
import { ROLES } from '../../rights/roles.ts';
import { SECOND_PERSON_DECISIONS } from '../../rights/second-person.ts';
import { day, longText, moment, personName, slug, uuid } from './fields.ts';

/** An emergency removal of one document; a purge of what a closed round no longer has to keep. */
export const ERASURE_KINDS = ['removal', 'purge'] as const;
export type ErasureKind = (typeof ERASURE_KINDS)[number];

/** How far a removal goes: the libraries of the body it is asked of; with them those of the rounds that the deciding owner runs; all that hold the same bytes. */
export const REMOVAL_REACHES = ['body', 'rounds', 'all'] as const;
export type RemovalReach = (typeof REMOVAL_REACHES)[number];
const reach = z.enum(REMOVAL_REACHES);

/** Asks for an erasure; the reason must not say what the document says. */
export const newErasure = z.strictObject({ id: uuid, reason: longText });

export const erasureDecision = z.strictObject({
  decision: z.enum(SECOND_PERSON_DECISIONS),
  note: longText.nullable().default(null),
  reach: reach.optional().meta({ description: 'Of a removal that is carried out: one of its choices; the narrowest where it is not said' }),
});
export const erasureParams = z.strictObject({ id: uuid });

const namedBody = z.object({ id: slug, name: z.string() });

/** Who did it, in what office, when. */
const performed = z.object({ by: personName, role: z.enum(ROLES), body: namedBody.nullable(), at: moment });

/** A document that goes: versions by hash and size; number, date, issuer and subject only of what is purged after its term, as a list of it has to be kept. */
const erasedDocument = z.object({
  document: uuid,
  round: slug,
  body: namedBody,
  versions: z.array(
    z.object({
      number: z.number(),
      /** Hex of the SHA-256; null of a reference without a file. */
      sha256: z.string().nullable(),
      bytes: z.number().nullable(),
      docNumber: z.string().nullable(),
      issuedOn: day.nullable(),
      issuer: z.string().nullish(),
      /** null also of what holds personal data. */
      subject: z.string().nullish(),
    }),
  ),
  /** Where the sheet cites it; of a purge they are not told. */
  cited: z.array(z.object({ kind: z.enum(['item', 'figure']), target: z.string(), stage: z.string(), citation: z.string() })),
});

/** What went, as it was found when it was carried out. */
export const erasureRecord = z.object({
  documents: z.array(erasedDocument),
  /** How many texts of the trail went with them. */
  payloads: z.number(),
  /** Backups that were made while it was there, and hold it still. */
  backups: z.array(z.object({ at: moment, sha256: z.string().nullable() })),
});

export const erasureAnswer = z.object({
  id: uuid,
  kind: z.enum(ERASURE_KINDS),
  round: z.object({ id: slug, title: z.string() }),
  /** Whose document is to be removed; null of a purge. */
  body: namedBody.nullable(),
  /** The document to be removed; null of a purge. */
  document: uuid.nullable(),
  /** How many documents it is about, as it was asked for. */
  documents: z.number(),
  reason: z.string(),
  asked: performed,
  decided: performed.extend({ decision: z.enum(SECOND_PERSON_DECISIONS), note: z.string().nullable() }).nullable(),
  /** What went, as far as the reader may know of it; null until it is carried out. */
  record: erasureRecord.extend({ elsewhere: z.number() }).nullable(),
  /** How far a removal went; null until it is carried out, and of a purge. */
  reach: reach.nullable(),
  /** Whether the reader may decide it. */
  mayDecide: z.boolean(),
  /** For whoever may decide a removal: how far it can go, the narrowest first; and in how many libraries the same bytes stay whatever they choose. */
  reaches: z
    .object({
      choices: z.array(z.object({ reach, documents: z.number(), libraries: z.number(), bodies: z.array(namedBody) })),
      beyond: z.number(),
    })
    .nullable(),
});

export const erasureListQuery = z.strictObject({ state: z.enum(['open', 'decided']).default('open') });
export const erasureList = z.object({ items: z.array(erasureAnswer) });

/** What becomes of a document that holds the same bytes as one of another body whose removal is asked for: whose that is, and why, is not told. */
export const COPY_STATES = ['asked', 'held', 'kept', 'removed', 'refused'] as const;
export type CopyState = (typeof COPY_STATES)[number];
export const removalCopies = z.object({
  items: z.array(
    z.object({
      removal: uuid,
      round: z.object({ id: slug, title: z.string() }),
      body: namedBody,
      document: uuid,
      askedAt: moment,
      decidedAt: moment.nullable(),
      becomes: z.enum(COPY_STATES),
    }),
  ),
});

const documentClass = z.enum(DOCUMENT_CLASSES);
export const retentionTermParams = z.strictObject({ class: documentClass });

/** For how many full years after the one in which its round closed a document is kept, by what law; null: for ever. Version 0 where it was never set. */
export const retentionTerm = z.strictObject({
  years: z.number().int().min(1).max(100).nullable(),
  basis: z.string().trim().min(1).max(1_000),
  version: z.number().int().min(0).max(2_147_483_647),
});

const shownTerm = z.object({ class: documentClass, years: z.number().nullable(), basis: z.string().nullable(), version: z.number() });

/** The terms, and what becomes due by them. */
export const retentionAnswer = z.object({
  terms: z.array(shownTerm),
  until: moment,
  due: z.array(
    z.object({
      round: z.object({ id: slug, title: z.string(), year: z.number() }),
      class: documentClass,
      /** From when on it may be purged. */
      from: moment,
      documents: z.number(),
      bytes: z.number(),
    }),
  ),
});
export const shownRetentionTerm = shownTerm;
