import type { NumberText } from '../../quantity/number-text.ts';
import { Faults } from '../../reading/faults.ts';
import { at, type Path, ROOT } from '../../reading/path.ts';
import type { Raw } from '../../reading/raw.ts';
import {
  countFrom1,
  type Draft,
  free,
  integer,
  notNegative,
  object,
  oneOf,
  optional,
  positive,
  required,
  type Shape,
  share,
  withDefault,
} from '../../reading/shape.ts';
import { DEFAULT_QUALITY, QUALITY_FORMAT, type QualityLimits, TAKEN_BY } from './limits.ts';

/** A whole number between two others. */
const between = (least: number, most: number): Shape<NumberText> => ({
  read(raw, path, faults) {
    const read = integer.read(raw, path, faults);
    if (read === undefined || (Number(read) >= least && Number(read) <= most)) return read;
    faults.add('outOfRange', path, { found: read, expected: `${least}…${most}` });
    return undefined;
  },
});

/** How many are alike: one by itself is like nothing. */
const several = between(2, 1_000_000);

const D = DEFAULT_QUALITY;
const part = <T>(shape: Shape<T>) => withDefault(shape, () => shape.read({}, null, new Faults()) as T);

const shape = object<QualityLimits>({
  format: required(oneOf([QUALITY_FORMAT])),
  note: optional(free),
  tooFast: part(
    object<QualityLimits['tooFast']>({
      ofMedian: withDefault(share, () => D.tooFast.ofMedian),
      leastResponses: withDefault(countFrom1, () => D.tooFast.leastResponses),
      secondsPerQuestion: withDefault(notNegative, () => D.tooFast.secondsPerQuestion),
      leastPageQuestions: withDefault(countFrom1, () => D.tooFast.leastPageQuestions),
    }),
  ),
  straightLine: part(object<QualityLimits['straightLine']>({ leastQuestions: withDefault(several, () => D.straightLine.leastQuestions) })),
  equalAnswers: part(
    object<QualityLimits['equalAnswers']>({
      leastQuestions: withDefault(countFrom1, () => D.equalAnswers.leastQuestions),
      answered: withDefault(share, () => D.equalAnswers.answered),
      leastOptions: withDefault(countFrom1, () => D.equalAnswers.leastOptions),
    }),
  ),
  sameDevice: part(
    object<QualityLimits['sameDevice']>({
      leastResponses: withDefault(several, () => D.sameDevice.leastResponses),
      takenBy: withDefault(oneOf(TAKEN_BY), () => D.sameDevice.takenBy),
    }),
  ),
  samePlace: part(object<QualityLimits['samePlace']>({ leastResponses: withDefault(several, () => D.samePlace.leastResponses) })),
  oddHour: part(
    object<QualityLimits['oddHour']>({
      from: withDefault(between(0, 23), () => D.oddHour.from),
      before: withDefault(between(1, 24), () => D.oddHour.before),
      takenBy: withDefault(oneOf(TAKEN_BY), () => D.oddHour.takenBy),
    }),
  ),
  farAway: part(object<QualityLimits['farAway']>({ metres: withDefault(notNegative, () => D.farAway.metres) })),
  interviewerEffect: part(
    object<QualityLimits['interviewerEffect']>({
      difference: withDefault(positive, () => D.interviewerEffect.difference),
      leastResponses: withDefault(countFrom1, () => D.interviewerEffect.leastResponses),
    }),
  ),
});

/** Reads the limits that a survey declares into normal form, or adds all that is wrong with them to `faults`. */
export function readQualityLimits(raw: Raw, faults: Faults, path: Path = ROOT): QualityLimits | undefined {
  const own = new Faults();
  const draft = shape.read(raw, path, own) as Draft<QualityLimits> | undefined;
  const { from, before } = draft?.oddHour ?? {};
  if (from !== undefined && before !== undefined && Number(from) >= Number(before))
    own.add('outOfRange', at(path, 'oddHour', 'before'), { found: before, expected: `> ${from}` });
  faults.addAll(own);
  return own.none ? (draft as QualityLimits) : undefined;
}
