import type { Kind } from '../kind.ts';
import { saysSomething } from '../says-something.ts';

/** Two items may rest on one explanation; the house looks at the third. */
const MANY = 3;

/** One text at many items: it can hardly say of each what was done there. */
export const sameJustification: Kind<'sameJustification'> = {
  severity: 'told',
  *find({ items, fields }) {
    const said = items.flatMap(({ result: { code } }) => {
      const { justification } = fields({ kind: 'item', id: code });
      return typeof justification === 'string' && saysSomething(justification) ? [{ code, text: justification.trim() }] : [];
    });
    for (const [, same] of Map.groupBy(said, ({ text }) =>
      text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[\s.,;:]+/g, ' ')
        .trim(),
    )) {
      const [first] = same;
      if (!first || same.length < MANY) continue;
      const codes = same.map(({ code }) => code);
      yield { where: { item: first.code }, items: codes, costs: null, details: { text: first.text, items: codes } };
    }
  },
};
