/**
 * What a body, those who appraise it and the council wrote on an item, in the order in which it is said: all of it may be published with the
 * result. `request`: why an item is asked not to be assessed.
 */
export const TEXT_KINDS = ['justification', 'request', 'appraised', 'reply', 'second', 'dispute', 'council'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** The field of an entry in which each stands; an entry holds one of a field. */
export const TEXT_FIELDS = {
  justification: 'justification',
  request: 'reason',
  appraised: 'reason.text',
  reply: 'reason.text',
  second: 'reason.text',
  dispute: 'reason.text',
  council: 'reason.text',
} as const satisfies Readonly<Record<TextKind, string>>;
export type TextField = (typeof TEXT_FIELDS)[TextKind];

/** Which texts are asked for: in which something was found and nobody has looked, which nobody has looked at, which somebody has, or all. */
export const TEXTS_SHOWN = ['found', 'open', 'looked', 'all'] as const;
export type TextsShown = (typeof TEXTS_SHOWN)[number];
