import { Stack } from '@mantine/core';
import type { FieldValue } from '@parindex/core/ledger/entry';
import { type FormField, isAsked } from '@parindex/core/rules/answer-form';
import type { Item } from '@parindex/core/scheme/types';
import { inLanguage } from '@parindex/core/words/index';
import { Database } from 'lucide-react';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { FigureCitations, ItemCitations } from './citations.tsx';
import { Field } from './field.tsx';
import { valueInWords } from './field-standing.tsx';
import { EarlierClaim, FoundByFigures, NotApplicable } from './not-applicable.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';

/** The form of an item, generated from its rule. */
export function ItemForm({ item }: { item: Item }) {
  const texts = useTexts(sheetTexts);
  const { shown } = useSheet();
  const form = shown.rules.forms.get(item.code);
  const name = useFieldName();
  if (!form) return null;
  const { explanation } = shown.score(item.code).result;
  const asked = form.fields.filter((field) => isAsked(field, explanation.case, shown.cell(field.target)['answer.level']));
  const inputs = asked.filter(({ use }) => use === 'input');
  const reason = asked.find(({ field }) => field === 'reason');
  return (
    <div className="item-form">
      {inputs.length === 0 ? (
        <p className="field-note">{texts.bySurvey}</p>
      ) : (
        <fieldset className="item-inputs">
          <legend className="unseen">{texts.declared}</legend>
          {inputs.map((field) => (
            <div key={`${field.target.id} ${field.field}`} className="item-field">
              <Field field={field} label={name(field)} description={<FigureContext field={field} />} />
              <div className="field-rows">
                {field.target.kind === 'figure' && field.field === 'value' ? <FigureCitations target={field.target} sharedWith={field.sharedWith} /> : null}
                <Provenance fields={asked.filter(({ use, target }) => use === 'provenance' && target.id === field.target.id)} />
              </div>
            </div>
          ))}
        </fieldset>
      )}
      {reason && form.notArisen ? <NotApplicable reason={reason} allowed={form.notArisen} /> : <EarlierClaim target={{ kind: 'item', id: item.code }} />}
      <FoundByFigures code={item.code} />
      {asked
        .filter(({ use }) => use === 'justification')
        .map((field) => (
          <Field key={field.field} field={field} label={texts.justification} description={texts.justificationHint} />
        ))}
      <ItemCitations code={item.code} />
    </div>
  );
}

/** A field's label: the name of its figure or condition, or the kind of answer. */
export function useFieldName(): (field: FormField) => string {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  return ({ title, field, entry }) => {
    const own = inLanguage(title ?? undefined, language);
    if (own !== undefined) return own;
    if (field === 'answer.points') return texts.points1;
    if (entry.kind === 'choice') return texts.chooseOne;
    return entry.kind === 'checks' ? texts.chooseSome : texts.answer;
  };
}

/** The context of a figure: last year's value, and other items it counts in. */
function FigureContext({ field }: { field: FormField }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  const previous = field.target.kind === 'figure' ? shown.previous(field.target) : null;
  const words = (value: FieldValue) => valueInWords(field.entry, value, language, texts.none);
  return (
    <>
      {previous === null ? null : <span>{texts.lastYearValue(words(previous))} </span>}
      {field.sharedWith.length === 0 ? null : <span>{texts.sharedWith(field.sharedWith.join(', '))}</span>}
    </>
  );
}

/** The source of a figure, once there is a value. */
function Provenance({ fields }: { fields: readonly FormField[] }) {
  const texts = useTexts(sheetTexts);
  const { shown } = useSheet();
  const [first] = fields;
  if (!first || shown.cell(first.target)['value'] === undefined) return null;
  const names: Readonly<Record<string, string>> = { source: texts.source, date: texts.date, vintage: texts.vintage };
  return (
    <details className="field-row">
      <summary>
        <Database size={14} aria-hidden />
        {texts.provenance}
        <Given field={first} />
      </summary>
      <Stack gap="xs" py="xs" pl="md">
        {fields.map((field) => (
          <Field key={field.field} field={field} label={names[field.field] ?? field.field} />
        ))}
      </Stack>
    </details>
  );
}

/** The source that was given, beside its name. */
function Given({ field: { target, field } }: { field: FormField }) {
  const given = useSheet().shown.cell(target)[field];
  return typeof given === 'string' ? <span className="field-row-given">{given}</span> : null;
}
