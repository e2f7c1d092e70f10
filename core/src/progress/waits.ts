import { isOpen, type StepTimes } from '../round/steps.ts';
import type { BodyCalendar, CountedBody } from './counted-body.ts';
import { isPartLate } from './parts.ts';

/** What a sheet waits for, in display order. The kind determines whose turn it is. */
export const WAITS = ['notBegun', 'unanswered', 'mustMend', 'partsReturned', 'partsProposed', 'partsLate', 'head', 'sending', 'appraisal'] as const;
export type WaitKind = (typeof WAITS)[number];

export interface Wait {
  readonly kind: WaitKind;
  /** The number of items, findings or parts; 1 for a single act. */
  readonly count: number;
  /** Of an appraisal: the domain, whose owner it waits for. */
  readonly domain: string | null;
}

const wait = (kind: WaitKind, count: number, domain: string | null = null): Wait[] => (count > 0 ? [{ kind, count, domain }] : []);

/** What a sheet waits for at a moment; nothing before its first step has opened. */
export function waitsOf({ body, state, seq, counts, parts }: CountedBody, calendar: BodyCalendar, declaring: StepTimes | undefined, moment: number): Wait[] {
  if (declaring && moment < declaring.opens) return [];
  const appraising = calendar.steps.some((times) => times.step === 'appraisal' && isOpen(times, calendar.extensions, body, null, moment));
  const appraisal = appraising ? counts.domains.flatMap(({ code, asked, appraised }) => wait('appraisal', asked - appraised, code)) : [];
  switch (state) {
    case 'sent':
      return appraisal;
    case 'frozen':
      return [...wait('sending', 1), ...appraisal];
    case 'open': {
      const own = [
        ...(seq === 0 ? wait('notBegun', counts.unanswered.length) : wait('unanswered', counts.unanswered.length)),
        ...wait('mustMend', counts.mustMend),
        ...wait('partsReturned', parts.filter(({ returned }) => returned > 0).length),
        ...wait('partsProposed', parts.filter(({ proposed }) => proposed > 0).length),
        ...wait('partsLate', parts.filter((part) => isPartLate(part, moment)).length),
      ];
      return [...(own.length > 0 ? own : wait('head', 1)), ...appraisal];
    }
  }
}
