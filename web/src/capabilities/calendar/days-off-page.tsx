import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRights } from '../../client/rights.ts';
import { Page } from '../../kit/page/page.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { daysOffQuery } from './queries/days-off.ts';
import { daysOffTexts } from './texts/days-off.ts';
import { YearOff } from './year-off.tsx';

const route = getRouteApi('/lam-viec/ngay-nghi');

/** Years that are offered beside the present one. */
const BEFORE = 6;
const AFTER = 2;

/** Days off, a year at a time. */
export function DaysOffPage() {
  const texts = useTexts(daysOffTexts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const present = new Date().getFullYear();
  const year = search.year ?? present;
  const mayChange = useRights().may('dayOff.write', {});
  const query = useQuery(daysOffQuery(year));
  const years = [...new Set([...Array.from({ length: BEFORE + 1 + AFTER }, (_, index) => present + AFTER - index), year])].toSorted(
    (one, other) => other - one,
  );
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Group>
        <Select
          label={texts.year}
          w="10rem"
          data={years.map(String)}
          value={String(year)}
          onChange={(chosen) => void navigate({ search: chosen === null ? {} : { year: Number(chosen) }, replace: true })}
          allowDeselect={false}
        />
      </Group>
      <Loaded query={query}>{(data) => <YearOff key={year} kept={data} mayChange={mayChange} />}</Loaded>
    </Page>
  );
}
