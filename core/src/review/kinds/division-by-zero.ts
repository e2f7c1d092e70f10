import { figuresOf } from '../../rules/quantity.ts';
import { plainRulesOf } from '../../snapshot/answers.ts';
import type { Kind } from '../kind.ts';

/** Figures with which a formula would divide by nothing. */
export const divisionByZero: Kind<'divisionByZero'> = {
  severity: 'mustMend',
  *find({ items, faults, figures: declared }) {
    for (const { item, result } of items) {
      if (faults.get(result.code)?.code !== 'divisionByZero') continue;
      const used = plainRulesOf(item.item.rule).flatMap((rule) =>
        'of' in rule ? figuresOf(rule.of) : rule.kind === 'formula' ? figuresOf({ formula: rule.expression }) : [],
      );
      const figures = [...new Set(used)].filter((id) => declared[id] !== undefined);
      yield { where: { item: result.code, figure: figures.at(-1) ?? null }, items: [result.code], details: { figures } };
    }
  },
};
