import { CONCLUSIONS } from '../../appraisal/conclusions.ts';
import { reasonName, type VerdictReason } from '../../appraisal/reasons.ts';
import type { FieldValue, Target } from '../../ledger/entry.ts';
import { displayDate } from '../../quantity/display.ts';
import { CONCLUSION_NAMES } from '../../words/conclusions.ts';
import { inLanguage, PHRASES } from '../../words/index.ts';
import { ITEM_WORKBOOK_TEXTS } from '../../words/item-workbook-words.ts';
import type { SchemeNames } from '../../words/scheme-names.ts';
import { ChoiceLists, headOf, type LayoutCell, type LayoutRow, type LayoutSheet, originSheet, textCell } from '../workbook/layout.ts';
import { ITEM_MARKS } from '../workbook/marks.ts';
import { entryOf, type InputField, optionsOf } from '../workbook/rows.ts';
import { optionText, valueText, writtenValue } from '../workbook/written.ts';
import { columnKey, ITEM_ORIGIN_KEYS, type ItemForm, type ItemOrigin, inputName, officialColumn } from './form.ts';

/** What a line of the workbook says of a body, as it stands when the workbook is made. */
export interface ItemLine {
  readonly body: { readonly id: string; readonly code: string | null; readonly name: string };
  /** The last entry of its sheet. */
  readonly seq: number;
  readonly claimed: string;
  readonly now: string;
  readonly verdict: string;
  /** What the body claims of an input. */
  claimedOf(target: Target, field: string): FieldValue | undefined;
  official(figure: string): { readonly value: FieldValue; readonly source: string | null; readonly date: string | null } | undefined;
}

export interface ItemWorkbookContent {
  readonly about: ItemOrigin;
  readonly facts: readonly (readonly [keyof ItemOrigin, string])[];
  /** Above the table. */
  readonly lines: readonly string[];
  /** Those that are offered. */
  readonly reasons: readonly VerdictReason[];
  readonly bodies: readonly ItemLine[];
}

/** One item over all bodies as a workbook: what is claimed and officially known, and what is decided. */
export function itemWorkbookLayout(form: ItemForm, names: SchemeNames, content: ItemWorkbookContent): LayoutSheet[] {
  const { language } = names;
  const texts = ITEM_WORKBOOK_TEXTS[language];
  const lists = new ChoiceLists(texts.lists);
  const named = (input: InputField) => inputName(input, names);
  const conclusions = lists.place(CONCLUSIONS.map((conclusion) => CONCLUSION_NAMES[language][conclusion]));
  const reasons = lists.place(content.reasons.map(({ code }) => reasonName(content.reasons, code, language) ?? code));
  const choicesOf = (input: InputField): Pick<LayoutCell, 'choices'> => {
    const entry = entryOf(input);
    if (entry.kind === 'yesNo') return { choices: lists.place([PHRASES[language].yes, PHRASES[language].no]) };
    if (entry.kind !== 'choice') return {};
    const options = optionsOf(input);
    return { choices: lists.place(options.map((option) => optionText(option, options, language))) };
  };
  const open = (input: InputField, value?: FieldValue): LayoutCell => {
    const written = writtenValue(input, value, language);
    return { open: true, ...(written ? { value: written } : {}), ...(entryOf(input).kind === 'number' ? {} : { as: 'text' as const }), ...choicesOf(input) };
  };
  const filled = (value: string | null | undefined): LayoutCell => ({ open: true, as: 'text', ...textCell(value ?? '') });
  const hasFigures = form.figures.length > 0;
  const ofInput = (input: InputField, each: { claimed: string; official: string; next: string }): string[] =>
    input.target.kind === 'figure' ? [each.claimed, each.official, each.next] : [each.claimed, each.next];

  const keys = [
    ...['', '', '', '', ''],
    ...form.inputs.flatMap((input) => ofInput(input, { claimed: '', official: officialColumn(input.target.id), next: columnKey(input) })),
    ...(hasFigures ? ['source', 'date'] : []),
    ...['conclusion', 'reason', 'text'],
  ];
  const { headings } = texts;
  const heads = [
    ...[headings.code, headings.body, headings.claimed, headings.now, headings.verdict],
    ...form.inputs.flatMap((input) =>
      ofInput(input, { claimed: headings.claimedOf(named(input)), official: headings.officialOf(named(input)), next: headings.newOf(named(input)) }),
    ),
    ...(hasFigures ? [headings.source, headings.date] : []),
    ...[headings.conclusion, headings.reason, headings.text],
  ];
  const lineOf = (line: ItemLine): LayoutRow => {
    const [first] = form.figures.flatMap((figure) => line.official(figure) ?? []);
    return {
      kind: 'line',
      cells: [
        ...[`${line.body.id} ${line.seq}`, line.body.code ?? '', line.body.name, line.claimed, line.now, line.verdict].map(textCell),
        ...form.inputs.flatMap((input): LayoutCell[] => {
          const { target, field } = input;
          const claimed = textCell(valueText(input, line.claimedOf(target, field), language));
          return target.kind === 'figure' ? [claimed, open(input, line.official(target.id)?.value), open(input)] : [claimed, open(input)];
        }),
        ...(hasFigures ? [filled(first?.source), filled(first?.date ? displayDate(first.date) : null)] : []),
        { open: true, as: 'text', choices: conclusions },
        { open: true, as: 'text', choices: reasons },
        filled(null),
      ],
    };
  };
  const width = (key: string) => (key === 'text' || key === 'source' ? 34 : key === 'conclusion' || key === 'reason' ? 26 : 16);
  const bodies: LayoutSheet = {
    name: texts.sheet,
    columns: [{ width: 4, hidden: true }, ...[10, 30, 12, 12, 18].map((each) => ({ width: each })), ...keys.slice(5).map((key) => ({ width: width(key) }))],
    rows: [
      ...headOf(ITEM_MARKS.bodies, keys, texts.title(form.item.code, inLanguage(form.item.title, language) ?? ''), content.lines, heads),
      ...content.bodies.map(lineOf),
    ],
  };
  const about = originSheet(
    ITEM_MARKS.about,
    ITEM_ORIGIN_KEYS,
    { sheet: texts.about, title: texts.aboutTitle, value: texts.aboutValue, keys: texts.keys },
    { about: content.about, facts: content.facts, guidance: texts.guidance },
  );
  return [bodies, about, lists.sheet(texts.lists)];
}
