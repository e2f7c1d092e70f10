import type { workAnswer } from '@parindex/core/contracts/schemas/index';
import type { TaskKind } from '@parindex/core/work/tasks';
import type { z } from 'zod';

type WorkAnswer = z.output<typeof workAnswer>;
export type Task = WorkAnswer['tasks'][number];
export type WorkItem = WorkAnswer['items'][number];

/** How many of a kind are told one by one. */
export const TOLD = 3;

const NOTHING = {
  round: null,
  body: null,
  held: null,
  item: null,
  thread: null,
  question: null,
  request: null,
  edition: null,
  closes: null,
  late: false,
  first: [],
};

/** What waits, where there is any of it. */
export const task = (kind: TaskKind, count: number, more: Partial<Omit<Task, 'kind' | 'count'>> = {}): Task[] =>
  count > 0 ? [{ ...NOTHING, ...more, kind, count }] : [];

const NOTHING_TOLD = { name: null, text: null, by: null, at: null };

/** One of them, as far as it is told. */
export const told = (about: Partial<Task['first'][number]>): Task['first'][number] => ({ ...NOTHING_TOLD, ...about });
