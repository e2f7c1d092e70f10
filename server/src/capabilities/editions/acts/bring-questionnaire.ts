import { at, type Faults, faultsOfReading, hashOf, ROOT, readYaml, Unreadable, unreadableText } from '@parindex/core';
import { type Questionnaire, readQuestionnaire } from '@parindex/core/survey/index';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { findQuestionnaireHashes, isSurveyed, keepQuestionnaire } from '../queries/questionnaires.ts';
import type { ReadyEdition } from '../ready.ts';

export interface Brought {
  readonly group: string;
  readonly document: string;
  /** The hash of the form that it is to replace; null where there is none. */
  readonly seen: string | null;
}

const LOCKED = {
  vi: 'Đã có kỳ mở điều tra theo bộ tiêu chí này nên phiếu điều tra không thay được nữa.',
  en: 'A survey was opened with this edition, so its questionnaires cannot be changed any more.',
};

/** Reads a questionnaire as it is written, against its edition; adds all that is wrong with it under /document. */
export function readBrought(document: string, group: string, { scheme }: Pick<ReadyEdition, 'scheme'>, faults: Faults): Questionnaire | undefined {
  try {
    const raw = readYaml(document);
    const own = faultsOfReading(raw);
    const form = readQuestionnaire(raw.value, scheme, own);
    if (form && form.group !== group) own.add('unknownId', at(ROOT, 'group'), { found: form.group });
    for (const { code, keys, details } of own.list) faults.add(code, at(ROOT, 'document', ...keys), details);
    return own.none ? form : undefined;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const place = (language: 'vi' | 'en') => (error.place ? `${language === 'vi' ? 'dòng' : 'line'} ${error.place.line}: ` : '');
    throw new Problem('unreadable', { detail: { vi: `${place('vi')}${unreadableText(error, 'vi')}`, en: `${place('en')}${unreadableText(error, 'en')}` } });
  }
}

/** Keeps a questionnaire beside an adopted edition, in place of the one that was seen; the same again changes nothing. */
export async function bringQuestionnaire(
  acting: Acting,
  edition: ReadyEdition,
  { group, document, seen }: Brought,
  form: Questionnaire,
): Promise<{ effect: Effect; hash: string; isNew: boolean }> {
  const [hash, there] = [hashOf(form), (await findQuestionnaireHashes(acting.db, edition.id)).get(group) ?? null];
  if (there === hash) return { effect: 'unchanged', hash, isNew: false };
  if (await isSurveyed(acting.db, edition.id)) throw new Problem('notNow', { detail: LOCKED });
  if (there !== seen) throw new Problem('staleVersion', { more: { seen: there } });
  await keepQuestionnaire(acting.db, edition.id, { document, form, hash });
  await recordAct(acting, {
    act: 'edition.bringQuestionnaire',
    subject: `edition:${edition.id}`,
    content: { group, hash, ...(there === null ? {} : { before: there }) },
  });
  return { effect: 'done', hash, isNew: there === null };
}
