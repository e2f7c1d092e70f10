/** The parts assigned to a department, and their progress. */
export interface PartOfSheet {
  /** The department's id and name. */
  readonly body: string;
  readonly name: string;
  /** Items and figures assigned to it, including proposed, approved and returned ones. */
  readonly items: number;
  /** Proposed, and waiting for its leader. */
  readonly proposed: number;
  readonly approved: number;
  /** Returned for correction. */
  readonly returned: number;
  /** The due date in milliseconds; null without one. */
  readonly due: number | null;
}

/** Whether a part is all approved. */
export const isPartDone = ({ items, approved }: PartOfSheet): boolean => approved >= items;

/** Whether a part is past its day and not all approved. */
export const isPartLate = (part: PartOfSheet, moment: number): boolean => part.due !== null && moment >= part.due && !isPartDone(part);
