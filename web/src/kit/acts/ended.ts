/** Disabled without losing focus: a natively disabled button would drop it. */
export const ended = (is: boolean): Readonly<Record<string, true>> => (is ? { 'data-disabled': true, 'aria-disabled': true } : {});
