import { Text, Title } from '@mantine/core';
import { citationsIn } from '@parindex/core/ledger/fields';
import { type FormField, isAsked } from '@parindex/core/rules/answer-form';
import { type Item, itemsOfDomains } from '@parindex/core/scheme/types';
import { inLanguage } from '@parindex/core/words/index';
import { pointsText } from '@parindex/core/words/points-text';
import { serverNow } from '../../client/request.ts';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { citationTexts } from '../evidence/texts/citations.ts';
import { citationWords } from './cited.ts';
import { valueInWords } from './field-standing.tsx';
import { useFieldName } from './item-form.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';
import { useDocuments } from './use-documents.ts';

/** The whole sheet for printing, domain by domain, whatever is open on the screen. */
export function SheetOnPaper() {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  return (
    <>
      <Text size="sm">{texts.paper.at(formatMoment(serverNow().toISOString()))}</Text>
      {shown.rules.scheme.domains.map((domain) => (
        <section key={domain.code}>
          <Title order={2} size="h5">
            {domain.code}. {inLanguage(domain.title, language)}
          </Title>
          <table className="paper-table sheet-on-paper">
            <thead>
              <tr>
                <th style={{ width: '4rem' }}>{texts.paper.code}</th>
                <th>{texts.paper.item}</th>
                <th>{texts.declared}</th>
                <th style={{ width: '5rem' }}>{texts.paper.maximum}</th>
                <th style={{ width: '6rem' }}>{texts.claimed}</th>
              </tr>
            </thead>
            <tbody>
              {itemsOfDomains([domain]).map((item) => (
                <ItemOnPaper key={item.code} item={item} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

/** The figures among fields, each once. */
const figuresOf = (fields: readonly FormField[]): readonly FormField['target'][] =>
  fields.filter(({ field, target }) => target.kind === 'figure' && field === 'value').map(({ target }) => target);

function ItemOnPaper({ item }: { item: Item }) {
  const texts = useTexts(sheetTexts);
  const evidence = useTexts(citationTexts).title;
  const { language } = useLanguage();
  const { shown } = useSheet();
  const name = useFieldName();
  const { result, provisional } = shown.score(item.code);
  const asked = (shown.rules.forms.get(item.code)?.fields ?? []).filter((field) =>
    isAsked(field, result.explanation.case, shown.cell(field.target)['answer.level']),
  );
  const wordsOf = (field: FormField): string | undefined => {
    const value = shown.cell(field.target)[field.field];
    return value === undefined || value === null ? undefined : valueInWords(field.entry, value, language, texts.none);
  };
  const labelOf = (field: FormField) =>
    field.use === 'justification' ? texts.justification : field.field === 'reason' ? texts.notApplicableReason : name(field);
  const told = asked
    .filter(({ use }) => use !== 'provenance')
    .flatMap((field) => {
      const value = wordsOf(field);
      const from = asked.filter(({ use, target }) => use === 'provenance' && target.id === field.target.id).flatMap((one) => wordsOf(one) ?? []);
      return value === undefined ? [] : [`${labelOf(field)}: ${value}${from.length > 0 ? ` (${from.join('; ')})` : ''}`];
    });
  const { documents } = useDocuments(false);
  const targets = [{ kind: 'item' as const, id: item.code }, ...figuresOf(asked)];
  const cited = [...new Set(targets.flatMap((target) => citationsIn(shown.cell(target)['citations'])))].map((text) => citationWords(text, documents, language));
  const scored = result.state === 'scored' ? pointsText(result.points, shown.rules.scheme, language) : texts.state[result.state];
  const points = shown.isSealed(item.code) ? texts.sealed : scored;
  return (
    <tr>
      <td>{item.code}</td>
      <td>{inLanguage(item.title, language)}</td>
      <td>
        {told.map((line) => (
          <div key={line}>{line}</div>
        ))}
        {cited.length === 0 ? null : (
          <div>
            {evidence}: {cited.join('; ')}
          </div>
        )}
      </td>
      <td className="figures">{pointsText(result.maximum, shown.rules.scheme, language)}</td>
      <td className="figures">{provisional ? `${points} (${texts.provisionalShort})` : points}</td>
    </tr>
  );
}
