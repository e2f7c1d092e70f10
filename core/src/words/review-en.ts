import type { ReviewPhrases } from './review-phrases.ts';

export const reviewEn: ReviewPhrases = {
  unanswered: (missing) => `No answer yet; missing: ${missing}.`,
  incomplete: (missing) => `Answered in part; missing: ${missing}.`,
  notApproved: (departments, standing) =>
    ({
      none: `Given to ${departments}; nothing has come from there yet.`,
      entered: `${departments} has entered it and its leader has not approved it; until then it does not count.`,
      passed: `A head of division of ${departments} has passed it and its leader has not approved it; until then it does not count.`,
      returned: `Returned to ${departments}; it has not come back.`,
      approved: `${departments} has approved it; the body’s own review is still to come.`,
      changed: `The body has entered something else than ${departments} approved; its own review is still to come.`,
      reviewed: `${departments} has approved it, and it was reviewed.`,
    })[standing ?? 'none'],
  partOverWhole: (part, partValue, whole, wholeValue) => `${part} is ${partValue}, more than ${whole}, ${wholeValue}; a part cannot be larger than its whole.`,
  divisionByZero: (figures) => `The points would be divided by zero; look at ${figures}.`,
  percentOutOfRange: (figure, value) => `${figure} is ${value}%, not between 0% and 100%.`,
  dateOutsideYear: (figure, value, first, last) => `${figure} is ${value}, not between ${first} and ${last}.`,
  figureFarFromPast: (figure, now, before, difference, more) =>
    `${figure} is ${now}, ${difference} ${more ? 'more' : 'less'} than last year (${before}); check it or explain it.`,
  pointsWithoutProof: (points) => `${points} claimed with neither a document cited nor a justification.`,
  pointsFarFromPast: (now, before) => `${now} claimed, ${before} last year.`,
  pastOverWhole: (figure) => `Last year’s ${figure} is more than its whole, so no points can be reckoned; tell the owner of the round.`,
  documentHint: (name, text) => `${name}: ${text}`,
};
