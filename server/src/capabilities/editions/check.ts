import { createHash } from 'node:crypto';
import { Limiter } from '../../file-inspection/limiter.ts';
import { Problem } from '../../http/problems.ts';
import { askSpare, spareThread, TookTooMuch } from '../../threads/spare-thread.ts';
import { type CheckedEdition, checkTexts, type EditionTexts, type UnreadableTexts } from './check-texts.ts';

/** Texts as short are checked at once: in a few milliseconds, whatever they hold. */
const SHORT = 8_000;
/** Checks at the same time, and how many may wait. */
const AT_ONCE = 2;
const WAITING = 32;
/** The largest edition takes a second. */
const MOST_MS = 10_000;
const MOST_MEGABYTES = 768;
/** Results are kept for the same texts: reading some thousand lines takes time. */
const MOST_KEPT = 8;

const limiter = new Limiter(AT_ONCE, WAITING);
const threads = spareThread(new URL('check-worker.ts', import.meta.url), { maxOldGenerationSizeMb: MOST_MEGABYTES });
const kept = new Map<string, CheckedEdition>();
/** Checks that are on their way: who asks for the same meanwhile waits for the same. */
const going = new Map<string, Promise<CheckedEdition>>();

const tooHeavy = () =>
  new Problem('tooLarge', {
    detail: {
      vi: 'Văn bản của bộ tiêu chí quá lớn hoặc quá nhiều tầng nên không kiểm tra được; không có gì được lưu.',
      en: 'The text of the edition is too large or too deeply nested to be checked; nothing was kept.',
    },
  });

async function checkApart({ document, cases }: EditionTexts, within: number): Promise<CheckedEdition | UnreadableTexts> {
  try {
    return await askSpare<CheckedEdition | UnreadableTexts>(threads, { document, cases }, 'the check of editions', within);
  } catch (error) {
    throw error instanceof TookTooMuch ? tooHeavy() : error;
  }
}

function readable(checked: CheckedEdition | UnreadableTexts): CheckedEdition {
  if ('unreadable' in checked) throw new Problem('unreadable', { detail: checked.unreadable, more: { places: checked.places } });
  return checked;
}

async function checkAnew(texts: EditionTexts, within: number): Promise<CheckedEdition> {
  if (texts.document.length + texts.cases.length <= SHORT) return readable(checkTexts(texts));
  const checked = await limiter.take(() => checkApart(texts, within));
  if (checked === undefined) throw new Problem('notReady');
  return readable(checked);
}

/**
 * Checks a whole edition beside the server, which does not wait for it: its document, and its cases if that has no faults. Throws `unreadable` if a
 * text is not YAML or JSON, `tooLarge` if it takes more than `within` milliseconds.
 */
export async function checkEdition(texts: EditionTexts, within = MOST_MS): Promise<CheckedEdition> {
  const key = createHash('sha256').update(texts.document).update('\u0000').update(texts.cases).digest('hex');
  const known = kept.get(key);
  if (known) return known;
  const asked = going.get(key) ?? checkAnew(texts, within);
  going.set(key, asked);
  try {
    const checked = await asked;
    const [oldest] = kept.keys();
    if (!kept.has(key) && kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, checked);
    return checked;
  } finally {
    going.delete(key);
  }
}
