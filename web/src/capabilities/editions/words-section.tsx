import { Select, Text } from '@mantine/core';
import { countScheme, describeScheme } from '@parindex/core/words/describe-scheme';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Section } from '../../kit/page/section.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { ProblemNotice } from '../../kit/reading/problem-notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type Edition, schemeQuery } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';
import { WordsTable } from './words-table.tsx';

/** The whole edition as a table in words, all of it or a domain at a time. */
export function WordsSection({ edition }: { edition: Edition }) {
  const texts = useTexts(editionTexts).words;
  const { language } = useLanguage();
  const { data: scheme, error, isPending, refetch } = useQuery(schemeQuery(edition.id, edition.state));
  const rows = useMemo(() => (scheme ? describeScheme(scheme, language) : []), [scheme, language]);
  const domains = rows.filter(({ level }) => level === 'domain');
  const [chosen, setChosen] = useState('');
  // Rows up to the next domain belong to the domain.
  const first = rows.findIndex(({ level, code }) => level === 'domain' && code === chosen);
  const next = rows.findIndex(({ level }, place) => place > first && level === 'domain');
  const shown = first < 0 ? rows : rows.slice(first, next < 0 ? undefined : next);
  const counts = scheme && countScheme(scheme);
  const count = (number: number) => formatCount(number, language);
  return (
    <Section title={texts.title} lead={texts.lead}>
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {isPending ? <Loading /> : null}
      {scheme === null ? <Notice kind="note">{texts.unreadable}</Notice> : null}
      {counts ? <Text size="sm">{texts.counts(count(counts.domains), count(counts.criteria), count(counts.items))}</Text> : null}
      {scheme ? (
        <Select
          label={texts.filter}
          maw="36rem"
          data={[{ value: '', label: texts.all }, ...domains.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))]}
          value={chosen}
          onChange={(code) => setChosen(code ?? '')}
          allowDeselect={false}
        />
      ) : null}
      {shown.length > 0 ? <WordsTable rows={shown} /> : null}
    </Section>
  );
}
