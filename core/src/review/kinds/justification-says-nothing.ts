import type { Kind } from '../kind.ts';
import { saysSomething } from '../says-something.ts';

/** A justification that is there and says nothing: it explains nothing, and would stand so in the report. */
export const justificationSaysNothing: Kind<'justificationSaysNothing'> = {
  severity: 'mustExplain',
  *find({ items, fields }) {
    for (const { result } of items) {
      const { justification } = fields({ kind: 'item', id: result.code });
      if (typeof justification !== 'string' || justification.trim() === '' || saysSomething(justification)) continue;
      yield { where: { item: result.code }, items: [result.code], costs: null, details: { text: justification.trim() } };
    }
  },
};
