/** Out of use, and yet in its place: a button that is disabled under one's finger takes the focus away. */
export const ended = (is: boolean): Readonly<Record<string, true>> => (is ? { 'data-disabled': true, 'aria-disabled': true } : {});
