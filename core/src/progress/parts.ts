/** What a department (or unit) of a body was handed of its sheet, and how far it is. */
export interface PartOfSheet {
  /** The department's id and name. */
  readonly body: string;
  readonly name: string;
  /** Items and figures that it was handed; proposed, approved and returned ones are of these. */
  readonly items: number;
  /** Proposed, and waiting for its leader. */
  readonly proposed: number;
  readonly approved: number;
  /** Sent back to be mended. */
  readonly returned: number;
  /** When it is due, in milliseconds; null where no day was set. */
  readonly due: number | null;
}

/** Whether a part is all approved. */
export const isPartDone = ({ items, approved }: PartOfSheet): boolean => approved >= items;

/** Whether a part is past its day and not all approved. */
export const isPartLate = (part: PartOfSheet, moment: number): boolean => part.due !== null && moment >= part.due && !isPartDone(part);
