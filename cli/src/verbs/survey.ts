import { texts } from '@parindex/core/words/texts';
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts';

const SAYS = texts({
  unknown: { vi: (act: string) => `Không có “survey ${act}”; chỉ có: draw`, en: (act: string) => `There is no “survey ${act}”, but: draw` },
});

/** What is done of a survey; the first word says what. */
export async function run(
  [act = '', ...args]: readonly string[],
  options: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  if (act !== 'draw') throw new WrongUse(SAYS[terminal.language].unknown(act));
  const { surveyDraw } = await import('../survey-draw.ts');
  return surveyDraw(args, options, terminal);
}
