import type { Kind } from '../kind.ts';

/** Parts assigned to departments whose leader has not approved them, or that the body has still to review by its own chain. */
export const notApproved: Kind<'notApproved'> = {
  severity: 'mustMend',
  *find({ awaitingApproval, usersOf }) {
    for (const { target, departments, standing } of awaitingApproval) {
      const items = target.kind === 'item' ? [target.id] : usersOf(target.id);
      yield {
        where: { item: items[0] ?? null, ...(target.kind === 'figure' ? { figure: target.id } : {}) },
        items,
        costs: null,
        details: { departments, standing },
      };
    }
  },
};
