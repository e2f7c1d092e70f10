/** Kinds of file accepted as evidence: detected by content, never by name. Office kinds are those without macros. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'webp', 'gif', 'tiff', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'txt', 'csv'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Findings on an accepted file: none of them is a reason to refuse it. */
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

/** Reasons to refuse a file. */
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
  // Caused not by the file itself, but by its circumstances.
  'incomplete',
  'infected',
  'secretMark',
  'removedBefore',
  'documentElsewhere',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** How pages were determined: as printed, as last laid out, one for each sheet, or all as one. */
export const PAGE_ORIGINS = ['real', 'asLastSaved', 'sheets', 'whole'] as const;
export type PageOrigin = (typeof PAGE_ORIGINS)[number];
