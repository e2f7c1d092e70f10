import type { GrantedExtension, StepTimes } from '@parindex/core/round/index';
import type { SheetPlace } from './queries/sheets.ts';

/** A sheet's steps and extensions in the form of the core: moments in milliseconds. */
export const calendarOf = ({
  steps,
  extensions,
}: Pick<SheetPlace, 'steps' | 'extensions'>): { readonly steps: StepTimes[]; readonly extensions: GrantedExtension[] } => ({
  steps: steps.map(({ step, opens, closes }) => ({ step, opens: Date.parse(opens), closes: Date.parse(closes) })),
  extensions: extensions.map((extension) => ({ ...extension, until: Date.parse(extension.until) })),
});
