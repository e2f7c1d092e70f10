/** What an entry does. */
export const ACTS = [
  'declare',
  'propose',
  'submit',
  'recall',
  'accept',
  'return',
  'freeze',
  'send',
  'takeBack',
  'reopen',
  'ask',
  'siteCheck',
  'officialFigure',
  'reply',
  'proposeReply',
  'submitReply',
  'recallReply',
  'passReply',
  'acceptReply',
  'returnReply',
  'appraise',
  'conclude',
  'dispute',
  'freezeExplanation',
  'sendExplanation',
  'takeBackExplanation',
] as const;
export type Act = (typeof ACTS)[number];

/** What is said about an item and leaves what stands in the sheet as it is: an appraiser's question, what was found on site, the body's answer, that it still contests the item. */
export const ITEM_REMARKS = ['ask', 'siteCheck', 'reply', 'dispute'] as const satisfies readonly Act[];
export type ItemRemark = (typeof ITEM_REMARKS)[number];
/** The same with what is said about a figure: the official one, beside what its body claims. */
export const REMARKS = [...ITEM_REMARKS, 'officialFigure'] as const satisfies readonly Act[];
export type Remark = (typeof REMARKS)[number];

/** What a department and its body do about the department's part of an explanation, before the body answers by it. */
export const REPLY_PART_ACTS = ['proposeReply', 'submitReply', 'recallReply', 'passReply', 'acceptReply', 'returnReply'] as const satisfies readonly Act[];
export type ReplyPartAct = (typeof REPLY_PART_ACTS)[number];

export const isReplyPartAct = (act: Act): act is ReplyPartAct => (REPLY_PART_ACTS as readonly Act[]).includes(act);

/** Whether an act says something and leaves what stands in the sheet as it is. */
export const isRemark = (act: Act): act is Remark | ReplyPartAct => (REMARKS as readonly Act[]).includes(act) || isReplyPartAct(act);

/** The stage that an entry changes; each later stage lies over the earlier ones. */
export const STAGES = ['claimed', 'appraised', 'second', 'council'] as const;
export type Stage = (typeof STAGES)[number];

export const STANDINGS = ['proposed', 'effective'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where an entry came from. */
export const ORIGINS = ['web', 'api', 'import', 'statistic', 'rollUp'] as const;
export type Origin = (typeof ORIGINS)[number];

export const TARGET_KINDS = ['item', 'figure'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export interface Target {
  readonly kind: TargetKind;
  /** An item's code or a figure's id. */
  readonly id: string;
}

/** The value of a field; null removes it. */
export type FieldValue = string | boolean | readonly string[] | null;
export type Changes = Readonly<Record<string, FieldValue>>;

/** What the fold needs of an entry. */
export interface FoldedEntry {
  readonly seq: number;
  readonly act: Act;
  readonly stage: Stage;
  readonly standing: Standing;
  readonly edition: string;
  /** Null for an act on the whole sheet. */
  readonly target: Target | null;
  readonly changes: Changes;
}

export const targetKey = ({ kind, id }: Target): string => `${kind} ${id}`;

/** The target of a key made by `targetKey`. */
export function targetOfKey(key: string): Target {
  const [kind, ...id] = key.split(' ');
  return { kind: kind as TargetKind, id: id.join(' ') };
}
