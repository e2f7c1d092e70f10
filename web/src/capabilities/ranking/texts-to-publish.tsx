import { Button, Text } from '@mantine/core';
import { maskedText } from '@parindex/core/evidence/masked-text';
import { TEXTS_SHOWN, type TextsShown } from '@parindex/core/round/texts-to-publish';
import { TEXT_KIND_NAMES } from '@parindex/core/words/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { PagedList } from '../../kit/lists/paged-list.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { later } from '../../kit/reading/later.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { fetchTextsToPublish, type TextToPublish, textsToPublishQuery } from './queries/to-publish.ts';
import { toPublishTexts } from './texts/to-publish.ts';

const MaskForm = later(async () => (await import('./mask-form.tsx')).MaskForm, { fallback: null, withoutLine: true });

/** So many lines of a text in the list; the whole of it is read where it is looked at. */
const LINES = 4;

/** Reasons and explanations of a closed round, for its owner: what is masked in them before they are published. */
export function TextsToPublish({ round }: { round: string }) {
  const texts = useTexts(toPublishTexts);
  const { language } = useLanguage();
  const [show, setShow] = useState<TextsShown>('found');
  const [looked, setLooked] = useState<TextToPublish>();
  const list = useInfiniteQuery(textsToPublishQuery(round, show));
  const take = useAct(() => fetchTextsToPublish(round), { onDone: (file) => saveFile(file, `ly-do-giai-trinh-de-cong-bo-${round}.xlsx`) });
  const counts = list.data?.pages[0]?.counts;
  const count = (value: number) => formatCount(value, language);
  return (
    <Section
      title={texts.title}
      lead={counts && texts.lead(count(counts.all), count(counts.looked), count(counts.masked))}
      actions={
        <Button variant="default" className="screen-only" loading={take.isPending} onClick={() => take.mutate()}>
          {texts.download}
        </Button>
      }
    >
      <Outcome error={take.error} />
      <FilterChips
        label={texts.show}
        chosen={show}
        choices={TEXTS_SHOWN.map((value) => ({ value, label: texts.shown[value], ...(counts ? { count: count(counts[value]) } : {}) }))}
        onChoose={setShow}
      />
      <PagedList list={list} none={texts.none} noneMore={texts.noneMore}>
        {(rows) => <Texts rows={rows} onLook={setLooked} />}
      </PagedList>
      {looked ? <MaskForm key={looked.id} round={round} text={looked} onClose={() => setLooked(undefined)} /> : null}
    </Section>
  );
}

function Texts({ rows, onLook }: { rows: readonly TextToPublish[]; onLook: (text: TextToPublish) => void }) {
  const texts = useTexts(toPublishTexts);
  const kinds = useTexts(TEXT_KIND_NAMES);
  const columns: Column<TextToPublish>[] = [
    { key: 'item', title: texts.item, names: true, least: '12rem', cell: ({ item }) => `${item.code}. ${item.title}` },
    { key: 'body', title: texts.body, least: '8rem', cell: ({ body }) => body.name },
    { key: 'kind', title: texts.kind, least: '8rem', cell: ({ kind }) => kinds[kind] },
    {
      key: 'text',
      title: texts.givenOut,
      least: '18rem',
      cell: ({ text, mask, found }) => (
        <Text size="sm" lineClamp={LINES}>
          {maskedText(text, mask?.passages ?? found)}
        </Text>
      ),
    },
    {
      key: 'state',
      title: texts.state,
      least: '9rem',
      cell: ({ mask }) => (mask ? texts[mask.passages.length > 0 ? 'masked' : 'nothing'](mask.by.name, formatMoment(mask.at)) : texts.open),
    },
    {
      key: 'look',
      title: '',
      cell: (text) => (
        <Button
          size="compact-sm"
          variant="default"
          className="screen-only"
          aria-label={texts.lookAt(`${text.body.name}, ${text.item.code}, ${kinds[text.kind]}`)}
          onClick={() => onLook(text)}
        >
          {texts.look}
        </Button>
      ),
    },
  ];
  return <Table caption={texts.title} columns={columns} rows={rows} keyOf={({ id }) => id} dense />;
}
