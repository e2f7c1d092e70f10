import { Faults } from '../../reading/faults.ts';
import { type Path, ROOT } from '../../reading/path.ts';
import type { Raw } from '../../reading/raw.ts';
import type { Draft } from '../../reading/shape.ts';
import type { Scheme } from '../../scheme/types.ts';
import { checkForm } from './check-form.ts';
import { checkSkips } from './check-skips.ts';
import { checkTies, takeFromEdition } from './check-ties.ts';
import { questionnaireShape } from './shape.ts';
import type { Questionnaire } from './types.ts';

/**
 * Reads a questionnaire that stands beside an edition into normal form, with titles and options that it takes from the edition written out, or adds all
 * that is wrong with it to `faults`.
 */
export function readQuestionnaire(raw: Raw, scheme: Scheme, faults: Faults, path: Path = ROOT): Questionnaire | undefined {
  const own = new Faults();
  const draft = questionnaireShape.read(raw, path, own) as Draft<Questionnaire> | undefined;
  if (draft) {
    takeFromEdition(draft, scheme);
    checkForm(draft, path, own);
    checkTies(draft, scheme, path, own);
    checkSkips(draft, path, own);
  }
  faults.addAll(own);
  return own.none ? (draft as Questionnaire) : undefined;
}
