import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Page } from '../../../kit/page/page.tsx';
import { Loaded, NotLoaded } from '../../../kit/reading/loaded.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { useEditionPath } from '../edition-path.tsx';
import { useEditionChoices } from '../edition-words.ts';
import { nearestOf } from '../nearest-edition.ts';
import { comparisonQuery } from '../queries/comparison.ts';
import { type Edition, type EditionRow, editionQuery, editionsQuery } from '../queries/editions.ts';
import { comparisonTexts } from '../texts/comparison.ts';
import { ComparisonShown } from './comparison-shown.tsx';

const route = getRouteApi('/lam-viec/bo-tieu-chi/$edition/so-sanh');

/** An edition held beside another: what is other, part by part, and what it does to points. */
export function ComparisonPage() {
  const texts = useTexts(comparisonTexts);
  const { edition: id } = route.useParams();
  const { data: edition, error, refetch } = useQuery(editionQuery(id));
  const editions = useQuery(editionsQuery);
  const path = useEditionPath(edition);
  return (
    <Page path={path} title={texts.title} lead={texts.lead}>
      {edition && editions.data ? (
        <Beside edition={edition} all={editions.data} />
      ) : (
        <NotLoaded error={error ?? editions.error} retry={() => Promise.all([refetch(), editions.refetch()])} />
      )}
    </Page>
  );
}

function Beside({ edition, all }: { readonly edition: Edition; readonly all: readonly EditionRow[] }) {
  const texts = useTexts(comparisonTexts);
  const { language } = useLanguage();
  const choices = useEditionChoices();
  const navigate = useNavigate();
  const { with: named } = route.useSearch();
  const earlier = named ?? nearestOf(edition, all)?.id;
  const comparison = useQuery({ ...comparisonQuery(edition.id, earlier ?? '', language), enabled: earlier !== undefined });
  return (
    <>
      <Select
        label={texts.with}
        placeholder={texts.choose}
        data={choices(all.filter(({ id }) => id !== edition.id))}
        value={earlier ?? null}
        searchable
        allowDeselect={false}
        maw="40rem"
        onChange={(chosen) =>
          chosen === null
            ? undefined
            : void navigate({ to: '/lam-viec/bo-tieu-chi/$edition/so-sanh', params: { edition: edition.id }, search: { with: chosen } })
        }
      />
      {earlier === undefined ? (
        <Text size="sm">{texts.chooseFirst}</Text>
      ) : (
        <Loaded query={comparison}>{(data) => <ComparisonShown key={`${edition.id} ${earlier}`} comparison={data} />}</Loaded>
      )}
    </>
  );
}
