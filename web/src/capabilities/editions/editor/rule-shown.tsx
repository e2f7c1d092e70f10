import { Stack, Text } from '@mantine/core';
import { displayRational } from '@parindex/core/quantity/display';
import * as exact from '@parindex/core/quantity/rational';
import { boundsOf } from '@parindex/core/scheme/bounds';
import { itemsOfDomains, type Scheme } from '@parindex/core/scheme/types';
import { schemeOfItem } from '@parindex/core/studio/checking/scheme-of-item';
import { exampleRows, isMeasuring, type PointsOverValue, pointsOverValue, type ValueWithPoints } from '@parindex/core/studio/examples/points-over-value';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { describeRule } from '@parindex/core/words/describe-rule';
import { unitOf } from '@parindex/core/words/measure';
import { schemeNames } from '@parindex/core/words/scheme-names';
import { useMemo } from 'react';
import { Table } from '../../../kit/lists/table.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { RuleText } from '../rule-text.tsx';
import { editorTexts } from '../texts/editor.ts';
import { PointsPlot } from './points-plot.tsx';
import { textIn } from './tree-rows.ts';
import { useEditor } from './use-editor.ts';

/** The item in the whole scheme where that can be read, else alone. */
function itemIn(whole: Scheme | undefined, document: ReturnType<typeof useEditor>['document'], at: Keys) {
  const code = textIn(valueAt(document, at), 'code');
  const item = whole && itemsOfDomains(whole.domains).find((each) => each.code === code);
  return whole && item ? { scheme: whole, item } : schemeOfItem(document, at);
}

/** What the points over a value are, of the rule or of one of its cases. */
interface Measured {
  /** In which case; empty where there are none. */
  readonly when: string;
  readonly examples: readonly ValueWithPoints[];
  readonly plot: PointsOverValue;
  readonly valueText: (fraction: string) => string;
}

/** What the core makes of a rule: its sentence, examples at its edges, and the points over the value. */
export function RuleShown({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  const { language } = useLanguage();
  const { document, checked } = useEditor();
  const place = at.join('/');
  const shown = useMemo(() => {
    const read = itemIn(checked.scheme, document, at);
    if (!read) return undefined;
    const { scheme, item } = read;
    const names = schemeNames(scheme, language);
    const sentence = describeRule(item, names);
    const { rule } = item;
    const group = scheme.domains.find(({ criteria }) =>
      criteria.some((each) => each === item || ('subCriteria' in each && each.subCriteria.includes(item))),
    )?.group;
    const bounds = boundsOf(item, scheme.groups.find(({ id }) => id === group)?.kind ?? 'regular');
    const rules = rule.kind === 'branch' ? [...rule.cases.map((each) => each.rule), rule.otherwise] : [rule];
    const measured = rules.flatMap((each, index): Measured[] => {
      if (each === 'notApplicable' || !isMeasuring(each)) return [];
      const unit = unitOf(each.of);
      return [
        {
          when: sentence.cases[index]?.when ?? '',
          examples: exampleRows(each, bounds, scheme),
          plot: pointsOverValue(each, bounds, scheme.rounding.mode),
          valueText: (fraction) => (unit === undefined ? '' : names.value(exact.fromFraction(fraction), unit)),
        },
      ];
    });
    return { sentence, measured };
  }, [checked, document, place, language]);
  if (!shown)
    return (
      <Text size="sm" c="dimmed">
        {texts.notYet}
      </Text>
    );
  return (
    <Stack gap="sm" className="editor-rule-shown">
      <div>
        <Text size="xs" c="dimmed">
          {texts.words}
        </Text>
        <RuleText rule={shown.sentence} />
      </div>
      {shown.measured.map((each) => (
        <Examples key={each.when} {...each} />
      ))}
    </Stack>
  );
}

/** Values at the edges of a rule with their points, and the points over the value. */
function Examples({ when, examples, plot, valueText }: Measured) {
  const texts = useTexts(editorTexts).rule;
  const { language } = useLanguage();
  return (
    <div className="editor-examples">
      <Table
        caption={when === '' ? texts.examples : texts.examplesOf(when.replace(/:$/, ''))}
        dense
        columns={[
          { key: 'value', title: texts.value, align: 'right', names: true, cell: (row) => valueText(row.value) },
          { key: 'points', title: texts.points, align: 'right', cell: (row) => displayRational(exact.fromFraction(row.points), language) },
        ]}
        rows={examples}
        keyOf={(row) => row.value}
      />
      {plot.stretches.length > 0 ? <PointsPlot plot={plot} valueText={valueText} /> : null}
    </div>
  );
}
