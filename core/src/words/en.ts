import { detailTexts } from './fault-details.ts';
import type { Phrases } from './phrases.ts';

const quote = (text: string) => `“${text}”`;
/** One of a thing or many. */
const counted = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

/** Words of the code in the details of faults that do not explain themselves. */
const KNOWN: Readonly<Record<string, string>> = {
  'yyyy-mm-dd': 'a date of the calendar as yyyy-mm-dd',
  '[figure, figure]': 'a list of two figures',
};
const { found, foundKind, expected, expectedValues, key, told } = detailTexts({
  known: KNOWN,
  or: 'or',
  wanted: (what) => ` (wanted: ${what})`,
  form: (expression) => `of the form ${expression}`,
  quote,
});

export const en: Phrases = {
  yes: 'Yes',
  no: 'No',
  and: 'and',
  quote,
  points: (count) => counted(count, 'point', 'points'),
  days: (count) => counted(count, 'day', 'days'),
  percentagePoints: (count) => counted(count, 'percentage point', 'percentage points'),

  status: { official: 'Official text', reconstruction: 'Reconstruction', illustrative: 'Illustration for comparison' },
  statusNote: {
    official: 'As adopted.',
    reconstruction: 'Rebuilt from what could be found; not the official annex, for reference only.',
    illustrative: 'Made for comparison; never adopted.',
  },
  source: { appraised: 'Appraised points', survey: 'Survey of officials', satisfaction: 'Satisfaction index (SIPAS)', statistic: 'Statistics' },
  group: { regular: 'Regular points', bonus: 'Bonus points', penalty: 'Penalty points' },
  state: { scored: 'Scored', notAnswered: 'Not answered', notApplicable: 'Not applicable', notAccepted: 'Not accepted' },
  reason: { notAdmitted: 'Not admitted', nothingApplicable: 'Nothing applies', incomplete: 'Items not answered' },
  because: {
    type: 'The item does not apply to this type of body.',
    excluded: 'The item is excluded by a document.',
    sheet: 'The body declared that nothing arose, with its reason.',
    whenNothing: 'The denominator is 0: nothing arose.',
    whenNoPrevious: 'There is no earlier figure to compare with.',
    belowMinimum: 'Every group has fewer answers than the minimum.',
    branch: 'By the answer to the item that this one hangs on, it does not apply.',
  },
  fault: {
    missingKey: (details) => `The key${key(details)} is missing.`,
    unknownKey: (details) => `The key${key(details)} is no part of the file format.`,
    doubledKey: () => 'The key is written twice.',
    wrongType: (details) => `Wrong kind of value${foundKind(details)}${expected(details)}.`,
    emptyText: () => 'A text that is needed is blank.',
    textTooLong: ({ found: length, expected: most }) =>
      `The text is too long${length === undefined ? '' : ` (${length} characters)`}${most === undefined ? '' : `, at most ${most}`}.`,
    badCharacter: () => 'The text has a control character that is not allowed.',
    notANumber: (details) => `Not a number of the right form${found(details)}.`,
    tooManyPlaces: (details) => `Too many decimal places${found(details)}${details['expected'] === undefined ? '' : ` (at most ${details['expected']})`}.`,
    outOfRange: (details) => `Out of range${found(details)}${expected(details)}.`,
    unknownValue: (details) => `The value${found(details)} is not on the list${expectedValues(details)}.`,
    duplicateId: (details) => `The id${found(details)} stands twice.`,
    unknownId: (details) => `The id${found(details)} is not declared.`,
    notAllowedHere: (details) => `Not allowed here${found(details)}${key(details)}.`,
    badExpression: (details) => `The expression cannot be read, or its kinds do not fit${found(details)}.`,
    cycle: (details) => `Items refer to each other in a circle${found(details)}.`,
    bandsOrder: () => 'Bands are out of falling order, overlap, or can never be reached.',
    classesOrder: (details) => `Classes are out of falling order${found(details)}.`,
    doesNotAddUp: (details) =>
      `The maximum${found(details)} is not the sum of its parts${details['expected'] === undefined ? '' : `, which is ${details['expected']}`}.`,
    answerNotTaken: (details) => `The item’s rule does not take${key(details)}.`,
    notApplicableRefused: () => 'The scheme does not let this item be declared not applicable.',
    overWhole: () => 'The numerator is greater than the denominator.',
    divisionByZero: () => 'A division by zero.',
    caseFails: (details) => `The case fails: expected ${told(details['expected'])}, computed ${told(details['found'])}.`,
  },

  unreadable: {
    empty: 'nothing in it',
    unexpectedEnd: 'it ends before it is complete',
    notJson: 'not valid JSON',
    notYaml: 'not valid YAML',
    notCsv: 'not valid CSV',
    tooDeep: 'nested too deeply',
    halfCharacter: 'a text holds half a character (a lone surrogate)',
    tooManyMarks: 'a letter carries too many marks (over 30)',
    aliases: 'anchors and aliases are not taken',
    tags: 'tags are not taken',
    severalDocuments: 'more than one document in the file',
    oddKey: 'a key is not a plain text',
  },
  legalBasis: {
    decision: (number) => `Decision No. ${number}`,
    regulation: (number) => `Regulation No. ${number}`,
    resolution: (number) => `Resolution No. ${number}`,
    dated: (cited, date) => `${cited} of ${date}`,
  },

  partsOnly: 'Only totals by part are known',
  assumedThresholds: 'assumed thresholds',
  whenNotApplicable: {
    reduceMaximum: 'Nothing arose: taken off the maximum.',
    fullPoints: 'Nothing arose: full points.',
    zero: 'Nothing arose: 0 points.',
    refused: 'May not be declared not applicable.',
  },
  appliesTo: (types) => `Applies only to: ${types}.`,
  condition: (title, answer, points) => `Condition ${title}: if “${answer}”, ${points}.`,

  quantity: {
    ratio: (of, to) => `the share of ${of} in ${to}`,
    days: (from, to) => `the days from ${from} to ${to}`,
    estimate: (question) => `the survey result ${question}`,
    formula: (expression) => `the value ${expression}`,
  },
  whenNothing: {
    notApplicable: 'When the denominator is 0: not applicable.',
    full: 'When the denominator is 0: full points.',
    zero: 'When the denominator is 0: 0 points.',
  },
  over: {
    refuse: 'The numerator may not exceed the denominator.',
    cap: 'A numerator over the denominator counts as 100%.',
    allow: 'The share may exceed 100%.',
  },
  edges: ({ low, high }) => {
    const from = low && (low.taken ? `from ${low.text}` : `above ${low.text}`);
    const to = high && (high.taken ? `to ${high.text}` : `below ${high.text}`);
    if (from && to) return `${from} ${high?.taken ? to : `to ${to}`}`;
    return from ?? to ?? '';
  },
  exactly: (value) => `exactly ${value}`,
  reached: (value) => value,
  otherwise: 'otherwise',

  expression: {
    and: 'and',
    or: 'or',
    not: 'not',
    choose: (cases, otherwise) => `${cases.map(({ when, gives }) => `if ${when} then ${gives}, else `).join('')}${otherwise}`,
    days: (from, to) => `days from ${from} to ${to}`,
    call: {
      min: (args) => `the ${args.length === 2 ? 'smaller' : 'smallest'} of (${args.join('; ')})`,
      max: (args) => `the ${args.length === 2 ? 'greater' : 'greatest'} of (${args.join('; ')})`,
      abs: ([of]) => `the absolute value of (${of})`,
      floor: ([of]) => `the whole part of (${of})`,
      round: ([of, places]) => `round(${of}; ${places})`,
    },
  },

  rule: {
    given: (maximum, step) => `Points are given directly, up to ${maximum}${step === undefined ? '' : `, in steps of ${step}`}.`,
    yesNo: 'Answered yes or no:',
    levels: 'One level is chosen:',
    upTo: (points) => `up to ${points}`,
    checks: 'Points are added for what was done:',
    checksAll: (maximum) => `${maximum} when all of these are done, 0 when one is not:`,
    deduct: (maximum) => `Maximum ${maximum}, less for each case:`,
    deductWorst: (maximum) => `Maximum ${maximum}, less for the worst case only:`,
    bands: (quantity) => `By ${quantity}:`,
    proportional: (quantity, maximum, target, endsThere) =>
      `By ${quantity}: ${maximum} ${endsThere ? 'at' : 'from'} ${target}; below, in proportion (value / ${target} × ${maximum}).`,
    floor: (floor, points) => `Below ${floor}: ${points}.`,
    rowRounding: (places) => `The points are rounded to ${places} decimal places at the item.`,
    perUnit: (quantity, points, unit, free) => `By ${quantity}: ${points} for each ${unit}${free === undefined ? '' : ` beyond ${free}`}.`,
    unit: { number: 'unit', percent: '100%', days: 'day' },
    changePrevious: (quantity) => `By the change of ${quantity} since the round before:`,
    changeFigure: (quantity, figure) => `By the change of ${quantity} against ${figure}:`,
    whenNoPrevious: { notApplicable: 'No earlier figure: not applicable.', zero: 'No earlier figure: 0 points.', full: 'No earlier figure: full points.' },
    branch: (code, title) => `Depends on the answer to item ${code} ${title}:`,
    branchCase: (answer) => `If ${answer}:`,
    branchOtherwise: 'Otherwise:',
    branchNotApplicable: 'Not applicable.',
    surveyMean: (maximum) => `The mean of the groups’ answers × ${maximum}.`,
    groupWeights: { declared: 'Groups count by their declared weights.', answers: 'Groups count by their number of answers.' },
    minimumAnswers: (count) => `A group with fewer than ${count} answers is left out.`,
    belowMinimum: { notAnswered: 'If all groups are below: not answered.', notApplicable: 'If all groups are below: not applicable.' },
    formula: (expression) => `Points = ${expression}.`,
  },

  input: {
    previous: (title) => `${title} (round before)`,
    estimate: (mean, answers) => `${mean} (${counted(answers, 'answer', 'answers')})`,
    yes: 'Answer',
    level: 'Level chosen',
    points: 'Points given',
    checks: 'Confirmed',
  },

  explain: {
    given: (points) => `Points given: ${points}.`,
    answered: (answer, points) => `Answered “${answer}”: ${points}.`,
    level: (title, points) => `Level ${title}: ${points}.`,
    allChecks: (done, of, points) => `${done} of ${of} done: ${points}.`,
    inBand: (edges, points) => `In the band “${edges}”: ${points}.`,
    belowFloor: (value, floor, points) => `${value} is below the floor of ${floor}: ${points}.`,
    rounded: (from, places, to) => `${from} rounded to ${places} decimal places = ${to}.`,
    groupMean: (group, mean, answers) => `${group}: mean ${mean} (${counted(answers, 'answer', 'answers')}).`,
    groupLeftOut: (group, minimum) => `${group}: left out, a question has fewer than ${minimum} answers.`,
    change: (now, before, difference) => `${now} − ${before} ${difference.startsWith('≈') ? '' : '= '}${difference}.`,
    case: (answer) => `The item that this one hangs on was answered “${answer}”, so this case applies.`,
    caseOtherwise: 'The rule for all other cases applies.',
    cappedMaximum: (points, maximum) => `${points} is more than the maximum: counted as ${maximum}.`,
    cappedMinimum: (points, minimum) => `${points} is less than the minimum: counted as ${minimum}.`,
    conditionSets: (title, answer, points) => `Condition ${title} is “${answer}”, so ${points}.`,
    missing: (what) => `Missing: ${what}.`,
    verdict: (points, maximum) => `Result: ${points} of ${maximum}.`,
    leavesMaximum: 'The item’s maximum is taken off the total maximum.',
    missingAnswer: 'the answer',
    missingItem: (code) => `the answer to item ${code}`,
    missingCondition: (title) => `the answer to the condition ${title}`,
    missingEstimate: (question) => `the survey result ${question}`,
  },
};
