/** Kinds of file that may serve as evidence: told by what is in them, never by their name. Office kinds are those without macros. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'webp', 'gif', 'tiff', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'txt', 'csv'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What is told about a file that may come in: none of them keeps it out. */
export const FINDING_CODES = [
  'endingDiffers',
  'legacyEncoding',
  'noText',
  'textCut',
  'tableCut',
  'unreadablePage',
  'hyperlinks',
  'externalContent',
  'embeddedObject',
  'activeControl',
  'fieldCommand',
  'signed',
  'hiddenSheet',
  'script',
  'automaticAction',
  'startsProgram',
  'sendsForm',
  'embeddedFile',
  'form',
  'dynamicForm',
  'richMedia',
  'restricted',
  'gpsPosition',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** What keeps a file out. */
export const REFUSAL_CODES = [
  'empty',
  'unknownKind',
  'otherOffice',
  'macros',
  'archive',
  'program',
  'webPage',
  'otherImage',
  'nameSaysOther',
  'passwordNeeded',
  'malformed',
  'tooManyParts',
  'tooLargeUnpacked',
  'suspiciousCompression',
  'unsafeParts',
  'archiveInside',
  'unsafeXml',
  'tooComplex',
  'tooManyPages',
  'tooManyPixels',
  'tooHeavy',
  // Not of the file itself, but of what stands around it.
  'incomplete',
  'infected',
  'secretMark',
  'removedBefore',
  'documentElsewhere',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** How pages were told apart: as printed, as the writing program last laid them out, one a sheet, or the whole as one. */
export const PAGE_ORIGINS = ['real', 'asLastSaved', 'sheets', 'whole'] as const;
export type PageOrigin = (typeof PAGE_ORIGINS)[number];
