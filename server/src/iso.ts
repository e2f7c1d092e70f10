/** A moment as answers tell it; null where there is none. */
export function iso(moment: Date | number): string;
export function iso(moment: Date | number | null | undefined): string | null;
export function iso(moment: Date | number | null | undefined): string | null {
  return moment === null || moment === undefined ? null : new Date(moment).toISOString();
}
