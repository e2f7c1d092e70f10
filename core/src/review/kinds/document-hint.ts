import type { Kind } from '../kind.ts';

/** What does not fit in a cited document (core/src/evidence/contradictions.ts), once for each document. */
export const documentHint: Kind<'documentHint'> = {
  severity: 'told',
  *find({ hints, usersOf }) {
    const seen = new Set<string>();
    for (const { target, ...details } of hints) {
      const key = `${details.document} ${details.text}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const item = target.kind === 'item' ? target.id : (usersOf(target.id)[0] ?? null);
      yield { where: { item, figure: target.kind === 'figure' ? target.id : null }, items: item === null ? [] : [item], costs: null, details };
    }
  },
};
