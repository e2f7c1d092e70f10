export { type Citation, type CitedPlace, citationText, LONGEST_PLACE, readCitation } from './citation.ts';
export {
  type CitingContext,
  CONTRADICTIONS,
  type Contradiction,
  type ContradictionCode,
  contradictions,
  type DocumentFacts,
} from './contradictions.ts';
export { DOCUMENT_KINDS, type DocumentKind, kindOfNumber } from './document-kinds.ts';
export { documentNumberKey, findNumbers } from './document-number.ts';
export { FILE_NAME_FAULTS, type FileNameFault, LONGEST_FILE_NAME, REFUSED_IN_NAMES, type ReadFileName, readFileName, safeFileName } from './file-name.ts';
export { type FirstPage, PAGE_REMARKS, type PageRemark, type Proposal, readFirstPage, readFirstPageText } from './first-page.ts';
export { mayBeIssuer, type PageIssuer } from './issuer.ts';
export { LONGEST_PACKAGE_NAME, type PackageEntry, packageName, packageNames } from './package-name.ts';
export { type PageLine, type PageSize, segmentTexts } from './page-line.ts';
export { LAST_PAGE, PAGES_REFUSALS, type PageRange, type PagesRefusal, pagesText, readPages, type TypedPages } from './pages.ts';
export { PERSONAL_DATA_KINDS, type PersonalDataHint, type PersonalDataKind, personalData } from './personal-data.ts';
export { MOST_REFERENCES, REFERENCE_FAULTS, type Reference, type ReferenceFault, type ReferenceFaultCode, readReferences } from './references.ts';
export { SECRET_LEVELS, type SecretLevel, type SecretMark, secretMark } from './secret-marks.ts';
