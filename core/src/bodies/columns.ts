/** The columns of a table of bodies, one body a row; the first three must be there. */
export const BODY_COLUMNS = [
  'id',
  'kind',
  'name',
  'type',
  'short',
  'code',
  'parent',
  'region',
  'block',
  'opened',
  'closed',
  'predecessors',
  'decisionNumber',
  'decisionDate',
] as const;
