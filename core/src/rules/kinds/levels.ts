import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { at } from '../../reading/path.ts';
import { list, number, object, oneOf, optional, required, type Shape, text } from '../../reading/shape.ts';
import { titleShape } from '../../reading/title-shape.ts';
import type { Title } from '../../text/title.ts';
import { answerField, edges, number as formNumber, option } from '../asks.ts';
import { NOTHING_USED, notAnswered, points } from '../inputs.ts';
import { checkPoints, checkUnique, type RuleKind } from '../kind.ts';
import { nextBetterOption } from '../seek.ts';
import { levelsWords } from './levels.words.ts';

/** A level has points, or lets a person give points between 0 and `upTo`. */
export interface Level {
  id: string;
  title?: Title;
  points?: NumberText;
  upTo?: NumberText;
}

/** One level of a list is chosen. */
export interface LevelsRule {
  kind: 'levels';
  levels: Level[];
}

const looseLevel = object<Level>({ id: required(text), title: optional(titleShape), points: optional(number), upTo: optional(number) });

const level: Shape<Level> = {
  read(raw, path, faults) {
    const read = looseLevel.read(raw, path, faults);
    if (!read) return read;
    const written = raw as Record<string, unknown>;
    const [fixed, upTo] = [written['points'] ?? null, written['upTo'] ?? null];
    if (fixed === null && upTo === null) faults.add('missingKey', at(path, 'points'), { key: 'points | upTo' });
    if (fixed !== null && upTo !== null) {
      faults.add('notAllowedHere', at(path, 'upTo'));
      delete read.upTo;
    }
    return read;
  },
};

export const levels: RuleKind<LevelsRule> = {
  shape: object<LevelsRule>({ kind: required(oneOf(['levels'])), levels: required(list(level, 1)) }),
  check(rule, path, context) {
    const all = rule.levels ?? [];
    checkUnique(
      all.map((entry) => entry?.id),
      (index) => at(path, 'levels', index, 'id'),
      context.faults,
    );
    all.forEach((entry, index) => {
      const here = at(path, 'levels', index);
      checkPoints(entry?.points, at(here, 'points'), context);
      checkPoints(entry?.upTo, at(here, 'upTo'), context);
      if (entry?.upTo === '0') context.faults.add('outOfRange', at(here, 'upTo'), { found: '0', expected: '≠ 0' });
    });
  },
  takes: ['level', 'points'],
  checkAnswer(rule, answer, path, faults) {
    const chosen = rule.levels.find(({ id }) => id === answer.level);
    if (answer.level !== undefined && !chosen) faults.add('unknownId', at(path, 'level'), { found: answer.level });
    if (answer.points === undefined || (answer.level !== undefined && !chosen)) return;
    if (chosen?.upTo === undefined) {
      faults.add('answerNotTaken', at(path, 'points'), { key: 'points' });
      return;
    }
    const [value, edge] = [exact.fromText(answer.points), exact.fromText(chosen.upTo)];
    const [low, high] = exact.isNegative(edge) ? [edge, exact.zero] : [exact.zero, edge];
    if (exact.compare(value, low) < 0 || exact.compare(value, high) > 0)
      faults.add('outOfRange', at(path, 'points'), { found: answer.points, expected: `0…${chosen.upTo}` });
  },
  uses: () => ({ ...NOTHING_USED, answer: ['level', 'points'] }),
  compile(rule) {
    const fixed = new Map(rule.levels.map(({ id, points: value }) => [id, value === undefined ? undefined : exact.fromText(value)]));
    return ({ answer }) => {
      if (answer.level === undefined) return notAnswered(['answer.level']);
      const value = fixed.get(answer.level);
      if (value !== undefined) return points(value, { band: answer.level });
      if (answer.points === undefined) return notAnswered(['answer.points']);
      return points(exact.fromText(answer.points), { band: answer.level });
    };
  },
  asks: ({ levels: all }) => ({
    answer: [
      answerField('answer.level', { kind: 'choice', options: all.map(option) }),
      ...all.flatMap(({ id, upTo }) =>
        upTo === undefined ? [] : [answerField('answer.points', formNumber({ unit: 'points', ...edges(upTo) }), { level: id })],
      ),
    ],
  }),
  seeks: (rule, seeker, { level: chosen }) =>
    nextBetterOption(
      seeker,
      rule.levels
        .filter(({ id }) => id !== chosen)
        .map(({ id, upTo }) => ({ option: id, answer: { level: id, ...(upTo === undefined ? {} : { points: upTo }) }, upTo: upTo !== undefined })),
    ),
  words: levelsWords,
};
