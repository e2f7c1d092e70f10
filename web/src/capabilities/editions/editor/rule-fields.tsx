import { Checkbox, MultiSelect, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { isObject, NumberToken, type Raw, type RawObject } from '@parindex/core/reading/raw';
import { WHEN_NO_PREVIOUS } from '@parindex/core/rules/kinds/change';
import { COMBINE } from '@parindex/core/rules/kinds/deduct';
import { BELOW_MINIMUM, GROUP_WEIGHTS } from '@parindex/core/rules/kinds/survey-mean';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editionFormTexts } from '../texts/edition-form.ts';
import { editorTexts } from '../texts/editor.ts';
import { Choice, namesOf } from './choice.tsx';
import { DraftNumber, DraftText, shownAs } from './fields.tsx';
import { FigureSelect } from './figure-select.tsx';
import { questionsIn } from './figures.ts';
import { ExpressionField, isShare, QuantityField } from './quantity-field.tsx';
import { RowList } from './row-list.tsx';
import { freeRowId, type PlainToldKind } from './rule-kinds.ts';
import { textIn } from './tree-rows.ts';
import { useEditor, useSet } from './use-editor.ts';

interface RuleFieldsProps {
  /** Where the rule stands. */
  readonly at: Keys;
  readonly kind: PlainToldKind;
}

const MEASURES_NUMBERS = ['ratio', 'figure', 'estimate', 'formula'] as const;

/** What a rule of a kind asks for. */
export function RuleFields({ at, kind }: RuleFieldsProps) {
  const texts = useTexts(editorTexts).rule;
  const { document } = useEditor();
  const share = isShare(valueAt(document, [...at, 'of']));
  const percent = share ? { isPercent: true, suffix: '%' } : {};
  switch (kind) {
    case 'bands':
      return (
        <>
          <QuantityField at={[...at, 'of']} kinds={MEASURES_NUMBERS} />
          <Bands at={at} share={share} />
        </>
      );
    case 'deadline':
      return (
        <>
          <QuantityField at={[...at, 'of']} kinds={['days']} />
          <Bands at={at} share={false} />
        </>
      );
    case 'change':
      return <ChangeFields at={at} share={share} />;
    case 'proportional':
      return (
        <>
          <QuantityField at={[...at, 'of']} kinds={MEASURES_NUMBERS} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DraftNumber at={[...at, 'target']} label={texts.target} {...percent} />
            <DraftNumber at={[...at, 'floor']} label={texts.floor} {...percent} />
            <DraftNumber at={[...at, 'belowFloor']} label={texts.belowFloor} />
            <RoundTo at={[...at, 'round']} />
          </SimpleGrid>
        </>
      );
    case 'perUnit':
      return (
        <>
          <QuantityField at={[...at, 'of']} kinds={['figure', 'days', 'formula', 'ratio']} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DraftNumber at={[...at, 'points']} label={texts.eachUnit} required />
            <DraftNumber at={[...at, 'free']} label={texts.free} />
          </SimpleGrid>
        </>
      );
    case 'yesNo':
      return (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DraftNumber at={[...at, 'yes']} label={texts.yes} description={texts.yesMore} />
          <DraftNumber at={[...at, 'no']} label={texts.no} />
        </SimpleGrid>
      );
    case 'levels':
      return <TitledRows at={[...at, 'levels']} label={texts.rows.levels} hasUpTo />;
    case 'checks':
      return <ChecksFields at={at} />;
    case 'deduct':
      return <DeductFields at={at} />;
    case 'given':
      return <DraftNumber at={[...at, 'step']} label={texts.step} description={texts.stepMore} />;
    case 'surveyMean':
      return <SurveyFields at={at} />;
    case 'formula':
      return <ExpressionField at={[...at, 'expression']} />;
  }
}

/** Bands, falling: from or above which value, how many points; and what holds below all of them. */
function Bands({ at, share }: { at: Keys; share: boolean }) {
  const texts = useTexts(editorTexts).rule;
  const { language } = useLanguage();
  const { document, writing, faultAt } = useEditor();
  const percent = share ? { isPercent: true, suffix: '%' } : {};
  // A band ends where the one above it begins.
  const edgeAbove = (index: number): string => {
    const band = valueAt(document, [...at, 'bands', index - 1]);
    if (index === 0) return texts.andMore;
    const [from, above] = [textIn(band, 'from'), textIn(band, 'above')];
    const edge = `${shownAs(from || above, share, language)}${share ? '%' : ''}`;
    return above === '' ? texts.below(edge) : texts.upTo(edge);
  };
  return (
    <Stack gap="sm">
      <RowList
        at={[...at, 'bands']}
        label={texts.bands}
        add={texts.addBand}
        fresh={() => ({ from: new NumberToken('0'), points: new NumberToken('0') })}
        row={(row, index, value) => {
          const key = isObject(value) && value['above'] !== undefined ? 'above' : 'from';
          const place = String(index + 1);
          return (
            <>
              <Select
                aria-label={texts.edgeKind(place)}
                data={[
                  { value: 'from', label: texts.from },
                  { value: 'above', label: texts.above },
                ]}
                value={key}
                w="6.5rem"
                allowDeselect={false}
                error={faultAt(row)}
                data-place={row.join('/')}
                onChange={(chosen) => {
                  if (!chosen || chosen === key) return;
                  const edge = valueAt(document, [...row, key]);
                  writing.do([
                    { operation: 'set', at: [...row, key] },
                    { operation: 'set', at: [...row, chosen], value: edge ?? new NumberToken('0') },
                  ]);
                }}
              />
              <DraftNumber at={[...row, key]} label={texts.edge(place)} isLabelled width="7rem" {...percent} />
              <Text size="sm" className="editor-band-more">
                {edgeAbove(index)}
              </Text>
              <DraftNumber at={[...row, 'points']} label={texts.pointsOf(place)} isLabelled width="7rem" suffix={texts.points.toLowerCase()} />
            </>
          );
        }}
      />
      <DraftNumber at={[...at, 'otherwise']} label={texts.otherwise} width="16rem" suffix={texts.points.toLowerCase()} />
    </Stack>
  );
}

function RoundTo({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  const { document } = useEditor();
  const set = useSet();
  return (
    <Select
      label={texts.places}
      clearable
      data={['0', '1', '2', '3', '4']}
      value={textIn(valueAt(document, at), 'places') || null}
      onChange={(chosen) => set(at, chosen === null ? undefined : { places: new NumberToken(chosen), mode: 'halfUp' })}
    />
  );
}

/** Rows with a name and points: levels, things to be done, what takes points away. */
function TitledRows({ at, label, hasUpTo = false }: { at: Keys; label: string; hasUpTo?: boolean }) {
  const texts = useTexts(editorTexts).rule;
  const { document, writing } = useEditor();
  return (
    <RowList
      at={at}
      label={label}
      add={texts.addRow}
      fresh={(rows): RawObject => ({ id: freeRowId(rows), title: { vi: '' }, points: new NumberToken('0') })}
      row={(row, index, value) => {
        const key = isObject(value) && value['upTo'] !== undefined ? 'upTo' : 'points';
        const place = String(index + 1);
        return (
          <>
            <div className="editor-row-name">
              <DraftText at={[...row, 'title', 'vi']} label={texts.rowTitle(place)} isLabelled />
            </div>
            {hasUpTo ? (
              <Select
                aria-label={texts.rowKind(place)}
                data={[
                  { value: 'points', label: texts.fixed },
                  { value: 'upTo', label: texts.most },
                ]}
                value={key}
                w="12rem"
                allowDeselect={false}
                onChange={(chosen) => {
                  if (!chosen || chosen === key) return;
                  const points = valueAt(document, [...row, key]);
                  writing.do([
                    { operation: 'set', at: [...row, key] },
                    { operation: 'set', at: [...row, chosen], value: points ?? new NumberToken('0') },
                  ]);
                }}
              />
            ) : null}
            <DraftNumber at={[...row, key]} label={texts.rowPoints(place)} isLabelled width="7rem" suffix={texts.points.toLowerCase()} />
          </>
        );
      }}
    />
  );
}

function ChecksFields({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  const { document } = useEditor();
  const set = useSet();
  return (
    <>
      <Checkbox
        label={texts.all}
        checked={valueAt(document, [...at, 'all']) === true}
        onChange={({ currentTarget }) => set([...at, 'all'], currentTarget.checked ? true : undefined)}
      />
      <TitledRows at={[...at, 'checks']} label={texts.rows.checks} />
    </>
  );
}

function DeductFields({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  return (
    <>
      <TitledRows at={[...at, 'checks']} label={texts.rows.deduct} />
      <Choice at={[...at, 'combine']} label={texts.combine} names={namesOf(COMBINE, texts.combines)} />
    </>
  );
}

function SurveyFields({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  const weights = useTexts(editionFormTexts);
  const { document, faultAt } = useEditor();
  const set = useSet();
  const questions = questionsIn(document);
  const list = valueAt(document, [...at, 'questions']);
  const chosen: RawObject[] = Array.isArray(list) ? list.filter((each: Raw) => isObject(each)) : [];
  return (
    <>
      {questions.length === 0 ? <Text size="sm">{texts.noQuestion}</Text> : null}
      <MultiSelect
        label={texts.questions}
        searchable
        data={questions.map(({ id, title }) => ({ value: id, label: title }))}
        value={chosen.map((each) => textIn(each, 'id'))}
        error={faultAt([...at, 'questions'])}
        onChange={(ids) =>
          set(
            [...at, 'questions'],
            ids.map((id) => chosen.find((each) => each['id'] === id) ?? { id }),
          )
        }
      />
      {chosen.length > 1 ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {chosen.map((each, index) => (
            <DraftNumber
              key={textIn(each, 'id')}
              at={[...at, 'questions', index, 'weight']}
              label={weights.questionWeight(questions.find(({ id }) => id === each['id'])?.title ?? '')}
            />
          ))}
        </SimpleGrid>
      ) : null}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Choice at={[...at, 'groupWeights']} label={texts.groupWeights} names={namesOf(GROUP_WEIGHTS, texts.groupWeightsOf)} />
        <DraftNumber at={[...at, 'minimumAnswers']} label={texts.minimumAnswers} />
        <Choice at={[...at, 'belowMinimum']} label={texts.belowMinimum} names={namesOf(BELOW_MINIMUM, texts.belowMinimumOf)} />
      </SimpleGrid>
    </>
  );
}

function ChangeFields({ at, share }: { at: Keys; share: boolean }) {
  const texts = useTexts(editorTexts).rule;
  const { document, writing } = useEditor();
  const against = valueAt(document, [...at, 'against']);
  const isFigure = isObject(against);
  return (
    <>
      <QuantityField at={[...at, 'of']} kinds={MEASURES_NUMBERS} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={texts.against}
          data={[
            { value: 'previous', label: texts.againstPrevious },
            { value: 'figure', label: texts.againstFigure },
          ]}
          value={isFigure ? 'figure' : 'previous'}
          allowDeselect={false}
          onChange={(chosen) =>
            void writing.do([
              { operation: 'set', at: [...at, 'against'], value: chosen === 'figure' ? { figure: '' } : 'previous' },
              { operation: 'set', at: [...at, 'whenNoPrevious'], value: chosen === 'figure' ? undefined : 'notApplicable' },
            ])
          }
        />
        {isFigure ? (
          <FigureSelect
            label={texts.figure}
            at={[...at, 'against', 'figure']}
            value={textIn(against, 'figure')}
            types={['count', 'amount', 'number']}
            onChoose={(id, declaring) => void writing.do([...declaring, { operation: 'set', at: [...at, 'against', 'figure'], value: id }])}
          />
        ) : (
          <Choice at={[...at, 'whenNoPrevious']} label={texts.whenNoPrevious} names={namesOf(WHEN_NO_PREVIOUS, texts.whenNothings)} />
        )}
      </SimpleGrid>
      <Bands at={at} share={share} />
    </>
  );
}
