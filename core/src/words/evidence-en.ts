import type { EvidencePhrases } from './evidence-phrases.ts';

export const evidenceEn: EvidencePhrases = {
  contradiction: {
    noDate: () => 'The document has no date of issue yet; it is needed to tell to which year the document belongs.',
    dateInFuture: ({ date, today }) => `The date of issue ${date} is after today (${today}); please check it.`,
    issuedAfterYear: ({ date, year }) => `The document was issued on ${date}, after the end of the assessed year ${year}.`,
    issuedBeforeValidFrom: ({ date, validFrom, year }) =>
      `The document was issued on ${date} but is in force only from ${validFrom}, after the end of the assessed year ${year}.`,
    validBeforeIssued: ({ date, validFrom }) => `The document is in force from ${validFrom}, before its date of issue ${date}; please check it.`,
    expired: ({ validTo, year }) => `The document was in force until ${validTo}, which is before the assessed year ${year} began.`,
    expiresWithinYear: ({ validTo, year }) => `The document is in force until ${validTo} only, not to the end of the assessed year ${year}.`,
    otherNumber: ({ entered, page }) => `The number entered, “${entered}”, differs from that on the first page, “${page}”.`,
    otherDate: ({ entered, page }) => `The date of issue entered, ${entered}, differs from that on the first page, ${page}.`,
    otherIssuer: ({ entered, body, page }) =>
      entered === undefined
        ? `The first page names “${page}” as the issuing body, not “${body}” or one of its organs.`
        : `The issuing body entered, “${entered}”, differs from that on the first page, “${page}”.`,
    sameFileLastYear: ({ before, year, item }) =>
      `This file was evidence in the assessed year ${before} already; please look again before it is used for item ${item} of ${year}.`,
    sameNumberLastYear: ({ number, before, year, item }) =>
      `A document numbered “${number}” was evidence in the assessed year ${before} already; please look again before it is used for item ${item} of ${year}.`,
  },
  reference: {
    noNumber: (found) => `No document number was found in ${found}; write for example 12/KH-MH ngày 05/02/2026.`,
    badDate: (found) => `The date ${found} does not exist or is not complete; the document was taken without a date of issue.`,
    doubled: (found) => `The document ${found} stands in the list already.`,
    tooMany: (found) => `The list is too long; what follows from ${found} on was not read.`,
  },
  page: {
    numberBlank: 'The first page has no number filled in; the document may not have been issued.',
    dateBlank: 'The date of issue on the first page is not filled in completely.',
    noSuchDate: 'The date on the first page does not exist.',
    nothingRead: 'Nothing could be read from the first page; please enter it by hand.',
  },
  typedPages: {
    notPages: 'Not page numbers; write for example 3-5, 9.',
    noSuchPage: 'Page numbers go from 1 to 100,000.',
    backwards: 'The first page is greater than the last; write the smaller one first.',
    tooMany: 'Too many ranges of pages; at most 50.',
  },
  fileName: {
    empty: 'The file name is empty.',
    tooLong: 'The file name is too long; at most 200 characters.',
    halfCharacter: 'The file name has a broken character.',
    pathSeparator: 'A file name must not hold a folder separator (/ or \\).',
    parentFolder: 'A file name must not lead to the folder above (..).',
    controlCharacter: 'The file name has a control character that is not allowed.',
    directionMark: 'The file name has a mark that turns the direction of writing, which can hide what kind of file it is.',
    invisibleCharacter: 'The file name has a character that cannot be seen.',
    reservedCharacter: 'A file name must not hold a double quote or any of the characters < > : | ? *.',
    reservedName: 'The file name is one that Windows keeps for itself.',
    edgeDotOrSpace: 'A file name must not begin or end with a dot or a space.',
  },
  secretLevel: { mat: 'MẬT (confidential)', toiMat: 'TỐI MẬT (secret)', tuyetMat: 'TUYỆT MẬT (top secret)' },
  secretMark: (level) =>
    `The document bears the mark of secrecy ${level} and must not enter the system; send it as the law on state secrets says, and record only that it was sent.`,
  personalData: {
    citizenId: (page, count) => `Page ${page} may hold personal identification numbers (${count}).`,
    identityCard: (page, count) => `Page ${page} may hold numbers of identity cards (${count}).`,
    telephones: (page, count) => `Page ${page} may hold a list of mobile telephone numbers (${count}).`,
    birthDates: (page, count) => `Page ${page} may hold names with dates or years of birth (${count}).`,
    bankAccounts: (page, count) => `Page ${page} may hold bank account numbers (${count}).`,
  },
};
