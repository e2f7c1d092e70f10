import { Faults, hashOf, PHRASES, readYaml, type Scheme } from '@parindex/core';
import { checkFed, type Questionnaire, readQuestionnaire } from '@parindex/core/survey/index';
import type { Acting } from '../../../audit/acting.ts';
import { addQuestionnaires, findQuestionnaireHashes } from '../queries/questionnaires.ts';

/**
 * Loads the questionnaires that stand beside an edition in the project into the database; those that are there stay. Throws if one has faults, if together
 * they do not feed what the edition's rules need, or if another form of a group is there already: a correction is a new edition.
 */
export async function loadQuestionnaires(acting: Acting, scheme: Scheme, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  const faults = new Faults();
  const forms = documents.flatMap((document) => {
    const form = readQuestionnaire(readYaml(document).value, scheme, faults);
    return form ? [{ document, form, hash: hashOf(form) }] : [];
  });
  if (faults.none)
    checkFed(
      scheme,
      forms.map(({ form }): Questionnaire => form),
      faults,
    );
  if (!faults.none) throw new Error(faults.list.map(({ path, code, details }) => `${scheme.id} ${path}  ${PHRASES.vi.fault[code](details)}`).join('\n'));
  const there = await findQuestionnaireHashes(acting.db, scheme.id);
  const other = forms.find(({ form, hash }) => (there.get(form.group) ?? hash) !== hash);
  if (other) throw new Error(`the database has another form of ${other.form.group} beside ${scheme.id}: a correction is a new edition`);
  await addQuestionnaires(
    acting.db,
    scheme.id,
    forms.filter(({ form }) => !there.has(form.group)),
  );
}
