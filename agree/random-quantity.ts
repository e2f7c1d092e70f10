import type { Doc, DocObject } from './document.ts';
import { numberText, UNIT } from './document.ts';
import type { Random } from './random.ts';

/** What the parts of a scheme may name, and what was made up so far that figures should come near to. */
export interface Setting {
  readonly random: Random;
  readonly figures: Readonly<Record<'count' | 'amount' | 'number' | 'date' | 'yesNo', readonly string[]>>;
  readonly questions: readonly string[];
  readonly surveyGroups: readonly string[];
  readonly surveyPlaces: number;
  /** Edges at which rules change their mind. */
  readonly edges: Edge[];
  /** Items that a branch may hang on, with their possible answers. */
  readonly answerable: { readonly code: string; readonly answers: readonly (boolean | string)[] }[];
}

export interface Edge {
  readonly of: DocObject;
  readonly at: bigint;
  /** The edge is one of the difference to this figure, or to the previous round. */
  readonly against?: Doc;
}

export const QUANTITY_FORMS = ['figure', 'ratio', 'days', 'estimate', 'formula'] as const;
export type QuantityForm = (typeof QUANTITY_FORMS)[number];

/** The form of a quantity that was made up. */
export const formOf = (of: DocObject): QuantityForm => QUANTITY_FORMS.find((form) => form in of) ?? 'figure';

/** A quantity; with `noEstimate` one that the previous round can have. */
export function randomQuantity(setting: Setting, noEstimate = false): DocObject {
  const { random, figures, questions } = setting;
  const parts = [...figures.count, ...figures.amount];
  switch (random.pick(QUANTITY_FORMS.filter((form) => form !== 'estimate' || (!noEstimate && questions.length > 0)))) {
    case 'figure':
      return { figure: random.pick([...parts, ...figures.number]) };
    case 'ratio': {
      const [of, to] = random.shuffled(parts) as [string, string];
      return {
        ratio: [of, random.chance(0.03) ? of : to],
        whenNothing: random.pick(['notApplicable', 'full', 'zero']),
        over: random.pick(['refuse', 'cap', 'allow']),
      };
    }
    case 'days':
      return { days: random.chance(0.05) ? [figures.date[0] as string, figures.date[0] as string] : random.shuffled(figures.date).slice(0, 2) };
    case 'estimate':
      return { estimate: random.pick(questions) };
    case 'formula':
      return { formula: random.chance(0.4) ? plainFormula(setting) : numberExpression(setting, 2) };
  }
}

/** A formula that comes to an edge when its figure does. */
const plainFormula = ({ random, figures }: Setting): string =>
  `${random.pick([...figures.number, ...figures.amount])}${random.pick(['', ' * 1', ' - 0', ' / 1'])}`;

const literal = (random: Random): string =>
  random.pick(['0', '1', '2', '3', '10', '0.5', '0.25', '1.50', '0.1', '0.000000000001', numberText(BigInt(random.below(400)) * (UNIT / 100n))]);

/** An expression that is a number. */
export function numberExpression(setting: Setting, depth: number): string {
  const { random, figures } = setting;
  const numbers = [...figures.count, ...figures.amount, ...figures.number];
  if (depth === 0) return random.chance(0.7) ? random.pick(numbers) : literal(random);
  const inner = () => numberExpression(setting, depth - 1);
  switch (random.below(13)) {
    case 0:
    case 1:
      return `${inner()} ${random.pick(['+', '-'])} ${inner()}`;
    case 2:
      return `(${inner()} - ${inner()}) * ${literal(random)}`;
    case 3:
      return `${inner()}*${inner()}`;
    case 4:
      return random.chance(0.06) ? `${inner()} / ${random.pick(numbers)}` : `${inner()} / ${random.pick(['2', '3', '8', '(1 + abs(0.5))', 'max(1, 0.1)'])}`;
    case 5:
      return `-${random.pick(['', '-'])}(${inner()})`;
    case 6:
      return `${random.pick(['min', 'max'])}(${inner()}, ${inner()}${random.chance(0.3) ? `, ${inner()}` : ''})`;
    case 7:
      return `abs( ${inner()})`;
    case 8:
      return `floor(${inner()} / ${random.pick(['2', '4', '1'])})`;
    case 9:
      return `round(${inner()} / ${random.pick(['8', '1', '40', '3'])}, ${random.pick(['0', '1', '2', '12'])})`;
    case 10:
      return `days(${random.pick(figures.date)}, ${random.pick(figures.date)})`;
    case 11: {
      const figure = random.pick(numbers);
      return `choose(${figure} == 0, ${inner()}, ${inner()} / ${figure})`;
    }
    default:
      return `choose(${truthExpression(setting, depth - 1)}, ${inner()}, ${inner()})`;
  }
}

function truthExpression(setting: Setting, depth: number): string {
  const { random, figures } = setting;
  const compare = () => `${numberExpression(setting, 0)} ${random.pick(['<', '<=', '>', '>=', '==', '!='])} ${numberExpression(setting, 0)}`;
  if (depth === 0) return random.chance(0.5) ? random.pick(figures.yesNo) : compare();
  const inner = () => truthExpression(setting, depth - 1);
  switch (random.below(5)) {
    case 0:
      return `${inner()} and ${inner()}`;
    case 1:
      return `${inner()} or\n${inner()}`;
    case 2:
      return `not ${random.chance(0.2) ? 'not ' : ''}(${inner()})`;
    case 3:
      return `choose(${inner()}, ${inner()}, ${inner()})`;
    default:
      return compare();
  }
}
