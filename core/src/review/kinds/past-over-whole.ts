import type { Kind } from '../kind.ts';

/** Last year's figures contradict each other: that is no matter of the body's, but its points hang on it. */
export const pastOverWhole: Kind<'pastOverWhole'> = {
  severity: 'told',
  *find({ items, faults }) {
    for (const { result } of items) {
      const fault = faults.get(result.code);
      if (fault?.code !== 'overWhole' || fault.keys[0] !== 'previous') continue;
      yield { where: { item: result.code }, items: [result.code], details: { figure: String(fault.keys.at(-1)) } };
    }
  },
};
