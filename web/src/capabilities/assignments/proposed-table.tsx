import type { FieldValue } from '@parindex/core/ledger/entry';
import { CITATIONS, CONDITION, citationsIn } from '@parindex/core/ledger/fields';
import { fieldName } from '@parindex/core/words/entry-words';
import { inLanguage } from '@parindex/core/words/index';
import type { SchemeNames } from '@parindex/core/words/scheme-names';
import type { SheetPart } from '../../client/sheet.ts';
import { Table } from '../../kit/lists/table.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { EditionRules } from '../editions/queries/edition-rules.ts';
import { valueInWords } from '../sheets/field-standing.tsx';
import { partTexts } from '../sheets/texts/parts.ts';
import { sheetTexts } from '../sheets/texts/sheet.ts';

interface ProposedTableProps {
  readonly parts: readonly SheetPart[];
  readonly rules: EditionRules;
  readonly names: SchemeNames;
  /** Says so where nothing changes at all. */
  readonly whole?: boolean;
}

interface Row {
  readonly key: string;
  readonly what: string;
  readonly counting: string;
  readonly proposed: string;
}

/** Long texts are cut off. */
const SHOWN = 300;

/** What departments propose, beside what counts now. */
export function ProposedTable({ parts, rules, names, whole = false }: ProposedTableProps) {
  const texts = useTexts(partTexts);
  const sheet = useTexts(sheetTexts);
  const { language } = names;
  const titleOf = ({ kind, id }: SheetPart) => (kind === 'figure' ? names.figureTitle(id) : `${id}. ${inLanguage(names.item(id)?.title, language) ?? ''}`);
  const words = ({ kind, id }: SheetPart, field: string, value: unknown): string => {
    if (value === undefined || value === null) return sheet.field.empty;
    if (field === CITATIONS) return texts.documents(formatCount(citationsIn(value as FieldValue).length, language));
    const entry = [...rules.forms.values()]
      .flatMap(({ fields }) => fields)
      .find((one) => one.target.kind === kind && one.target.id === id && one.field === field)?.entry;
    const text = entry ? valueInWords(entry, value as FieldValue, language, sheet.field.empty) : field === 'state' ? sheet.state.notApplicable : String(value);
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  };
  const changes = parts.some(({ proposed }) => Object.keys(proposed.seqs).length > 0);
  const rows = parts.flatMap((part): Row[] => {
    const fields = Object.keys(part.proposed.seqs);
    const key = `${part.kind} ${part.id}`;
    const row = (field: string, proposed: string): Row => ({
      key: `${key} ${field}`,
      // What is scored at an item is called as the item is; what goes with it, besides.
      what:
        field === 'value' || (field.startsWith('answer.') && !field.startsWith(CONDITION))
          ? titleOf(part)
          : `${part.kind === 'item' ? `${titleOf(part)}: ` : ''}${fieldName(part, field, names)}`,
      counting: words(part, field, part.counting.fields[field]),
      proposed,
    });
    if (fields.length > 0) return fields.map((field) => row(field, words(part, field, part.proposed.fields[field])));
    if (!whole || changes) return [];
    // Nothing of the department waits: what counts is shown, whoever put it there.
    const { changed, approved, nothing } = texts.proposed;
    const said = part.standing === 'changed' ? changed : part.standing === 'approved' ? approved : nothing;
    const counting = Object.keys(part.counting.fields);
    return counting.length > 0 ? counting.map((field) => row(field, said)) : [{ key, what: titleOf(part), counting: sheet.field.empty, proposed: said }];
  });
  if (rows.length === 0) return null;
  const value = (text: string) => <span style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</span>;
  return (
    <Table
      caption={changes ? texts.proposed.title : texts.proposed.countingTitle}
      dense
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { key: 'what', title: texts.proposed.what, names: true, least: '8rem', cell: ({ what }) => what },
        { key: 'counting', title: texts.proposed.counting, least: '5rem', cell: ({ counting }) => value(counting) },
        { key: 'proposed', title: texts.proposed.proposed, least: '5rem', cell: ({ proposed }) => value(proposed) },
      ]}
    />
  );
}
