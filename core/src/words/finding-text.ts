import { displayRational } from '../quantity/display.ts';
import { absolute, fromFraction, isNegative } from '../quantity/rational.ts';
import type { Finding } from '../review/finding.ts';
import { missingWords } from './explain-item.ts';
import { REVIEW_PHRASES } from './review-phrases.ts';
import type { SchemeNames } from './scheme-names.ts';

/** A finding of the check before sending as one sentence; where it leads stands beside. */
export function findingText(finding: Finding, names: SchemeNames): string {
  const review = REVIEW_PHRASES[names.language];
  const { figure, declared } = names;
  const points = names.roundedPoints;
  const lacking = (missing: readonly string[]) => {
    const item = names.item(finding.where.item ?? '');
    return [...new Set(missing.map((what) => (item ? missingWords(what, item, names) : figure(what))))].join(', ');
  };
  /** Of documents that the reader does not all see, their number. */
  const namesOf = (documents: readonly (string | null)[]) => {
    const seen = documents.filter((name) => name !== null);
    return seen.length === documents.length ? seen.join('; ') : String(documents.length);
  };
  switch (finding.code) {
    case 'unanswered':
      return review.unanswered(lacking(finding.details.missing));
    case 'incomplete':
      return review.incomplete(lacking(finding.details.missing));
    case 'notApproved':
      return review.notApproved(finding.details.departments.join(', '), finding.details.standing);
    case 'partOverWhole': {
      const { part, partValue, whole, wholeValue } = finding.details;
      return review.partOverWhole(figure(part), declared(partValue), figure(whole), declared(wholeValue));
    }
    case 'divisionByZero':
      return review.divisionByZero(finding.details.figures.map(figure).join(', '));
    case 'percentOutOfRange':
      return review.percentOutOfRange(figure(finding.details.figure), declared(finding.details.value));
    case 'dateOutsideYear': {
      const { details } = finding;
      return review.dateOutsideYear(figure(details.figure), declared(details.value), declared(details.first), declared(details.last));
    }
    case 'figureFarFromPast': {
      const { details } = finding;
      const difference = fromFraction(details.difference);
      const shown = displayRational(absolute(difference), names.language);
      return review.figureFarFromPast(figure(details.figure), declared(details.now), declared(details.before), shown, !isNegative(difference));
    }
    case 'pointsWithoutProof':
      return review.pointsWithoutProof(points(finding.details.points));
    case 'sourceWithoutDocument':
      return review.sourceWithoutDocument(points(finding.details.points));
    case 'pointsFarFromPast':
      return review.pointsFarFromPast(points(finding.details.now), points(finding.details.before));
    case 'pastOverWhole':
      return review.pastOverWhole(figure(finding.details.figure));
    case 'notArisenRefused':
      return review.notArisenRefused(finding.details.figures.map(figure).join(', '));
    case 'fullFromNothing':
      return review.fullFromNothing(points(finding.details.points), finding.details.lacks);
    case 'lastYearDiffers': {
      const { details } = finding;
      return review.lastYearDiffers(figure(details.figure), declared(details.now), declared(details.before));
    }
    case 'justificationSaysNothing':
      return review.justificationSaysNothing(finding.details.text);
    case 'sameJustification':
      return review.sameJustification(finding.details.text, finding.details.items.join(', '), finding.details.items.length);
    case 'notArisenUnproven':
      return review.notArisenUnproven(finding.details.lacks);
    case 'notArisenContradicted':
      return review.notArisenContradicted(finding.details.figures.map(({ figure: id, value }) => [figure(id), declared(value)]));
    case 'notArisen': {
      const { reason, documents, legalBasis } = finding.details;
      return review.notArisen(reason, namesOf(documents), documents.length, legalBasis);
    }
    case 'documentHint':
      return review.documentHint(finding.details.name, finding.details.text);
  }
}
