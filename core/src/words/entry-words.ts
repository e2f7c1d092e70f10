import { CITATIONS, CONDITION, type FigureField, type ItemField, isText } from '../ledger/fields.ts';
import { type FieldChange, type FieldState, isAsBefore, type Run } from '../ledger/runs.ts';
import { ITEM_STATES, type ItemState } from '../scoring/result.ts';
import { answerName, checkName } from './describe-rule.ts';
import { ACT_PHRASES, ENTRY_PHRASES, FIGURE_FIELD_NAMES, ITEM_FIELD_NAMES, PROPOSED_VERDICT_PHRASES } from './entry-phrases.ts';
import { inLanguage } from './language.ts';
import type { SchemeNames } from './scheme-names.ts';

/** A run of entries in words. */
export interface RunWords {
  /** The whole, as one sentence without its time. */
  readonly text: string;
  /** Each change by itself, as it stands within the sentence. */
  readonly changes: readonly { readonly field: string; readonly what: string; readonly text: string }[];
}

type Target = NonNullable<Run['target']>;

/**
 * Says what a run of entries did, in the words of the edition at hand: "An (Tỉnh Minh họa 01) đổi số liệu “…” từ 3 thành 5,
 * nêu lý do: “…”." `office` is what the actor's office is called, where the reader knows it. Long texts are named, not repeated.
 */
export function runWords(run: Run, names: SchemeNames, office?: string): RunWords {
  const entry = ENTRY_PHRASES[names.language];
  const { quote } = names.phrases;
  const { target, act, actor, onBehalfOf, reason } = run;
  const changes = target ? run.changes.map((change) => ({ field: change.field, ...changeWords(target, change, names) })) : [];
  const did = phraseOf(run)[names.language][act](changes.length > 0 ? changes.map(({ text }) => text).join('; ') : undefined);
  const place = target?.kind === 'item' ? entry.atItem(target.id) : '';
  const because = reason.text === null ? '' : entry.because(quote(reason.text));
  return { text: entry.sentence(entry.who(actor.name, office, onBehalfOf?.name), did, place, because), changes };
}

/** Acts on a verdict that waits for a second person have the names of those on a department's part, and are said otherwise. */
const phraseOf = ({ act, stage, standing }: Run): typeof ACT_PHRASES =>
  stage !== 'claimed' && (standing === 'proposed' || act === 'accept')
    ? { ...ACT_PHRASES, vi: { ...ACT_PHRASES.vi, ...PROPOSED_VERDICT_PHRASES.vi }, en: { ...ACT_PHRASES.en, ...PROPOSED_VERDICT_PHRASES.en } }
    : ACT_PHRASES;

/** What entries changed at an item or figure, and where, without who did it: "đổi số liệu “…” từ 3 thành 5". */
export function changesText(target: Target, changes: readonly FieldChange[], names: SchemeNames): string {
  const entry = ENTRY_PHRASES[names.language];
  const said = changes.map((change) => changeWords(target, change, names).text).join('; ');
  const place = target.kind === 'item' ? entry.atItem(target.id) : said === '' ? ` ${names.figure(target.id)}` : '';
  return `${said}${place}`.trim();
}

/** What a field of an item or figure is called within a sentence: "số liệu “…”", "câu trả lời". */
export function fieldName({ kind, id }: Target, field: string, names: SchemeNames): string {
  const [entry, figureFields, itemFields] = [ENTRY_PHRASES[names.language], FIGURE_FIELD_NAMES[names.language], ITEM_FIELD_NAMES[names.language]];
  const { quote } = names.phrases;
  if (kind === 'figure') return isKey(figureFields, field) ? figureFields[field as FigureField](names.figure(id)) : field;
  if (isKey(itemFields, field)) return itemFields[field as ItemField];
  if (!field.startsWith(CONDITION)) return field;
  const condition = field.slice(CONDITION.length);
  const title = names.item(id)?.conditions.find((each) => each.id === condition)?.title;
  return entry.conditionField(quote(inLanguage(title, names.language) ?? condition));
}

const isKey = (record: object, key: string): boolean => Object.hasOwn(record, key);

function changeWords(target: Target, change: FieldChange, names: SchemeNames): { what: string; text: string } {
  const entry = ENTRY_PHRASES[names.language];
  const { field, before, after } = change;
  const what = fieldName(target, field, names);
  const known = (stood: FieldState) =>
    stood.is === 'value' && !isText(field) && field !== CITATIONS ? valueText(target, field, stood.value, names) : undefined;
  const [was, is] = [known(before), known(after)];
  const text = (): string => {
    if (isAsBefore(change)) return entry.asBefore(what, is);
    if (after.is === 'absent') return entry.removed(what, was);
    if (after.is === 'erased') return entry.textErased(what);
    if (is === undefined) return before.is === 'absent' || before.is === 'unknown' ? entry.textEntered(what) : entry.textChanged(what);
    return was === undefined ? entry.entered(what, is) : entry.changed(what, was, is);
  };
  return { what, text: text() };
}

/** A field's value for people: numbers and dates in the language's notation, choices by their titles. */
function valueText({ kind, id }: Target, field: string, value: Extract<FieldState, { is: 'value' }>['value'], names: SchemeNames): string {
  const entry = ENTRY_PHRASES[names.language];
  const { quote, state } = names.phrases;
  const item = kind === 'item' ? names.item(id) : undefined;
  if (typeof value === 'boolean') return quote(names.declared(value));
  if (typeof value === 'object') return value.length === 0 ? entry.nothingTicked : value.map((check) => quote(checkName(check, item, names))).join(', ');
  if (field === 'answer.level') return quote(answerName(value, item, names));
  if (field === 'state') return quote((ITEM_STATES as readonly string[]).includes(value) ? state[value as ItemState] : value);
  return field === 'answer.points' ? names.pointsOf(value) : names.declared(value);
}
