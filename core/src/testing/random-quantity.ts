import type { Random } from './random.ts';
import type { Doc, DocObject } from './random-document.ts';
import { type FigureNames, numberExpression } from './random-expression.ts';

/** What the parts of a scheme may name, and what was made up so far that figures should come near to. */
export interface Setting {
  readonly random: Random;
  readonly figures: FigureNames;
  readonly questions: readonly string[];
  readonly surveyGroups: readonly string[];
  /** Questions that are asked of some groups only. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  readonly surveyPlaces: number;
  /** Codes that are taken. */
  readonly codes: Set<string>;
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
