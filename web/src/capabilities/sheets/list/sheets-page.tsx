import { Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { searchKey } from '@parindex/core/text/search-key';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Empty } from '../../../kit/lists/empty.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { PageOfRound } from '../../rounds/page-of-round.tsx';
import { sheetListQuery } from '../queries/sheet-list.ts';
import { sheetsTexts } from '../texts/sheets.ts';
import { SheetsTable } from './sheets-table.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem');

/** All sheets of a round, compared item by item. */
export function SheetsPage() {
  const texts = useTexts(sheetsTexts);
  const { round } = route.useParams();
  const query = useQuery(sheetListQuery(round));
  const [wanted, setWanted] = useState('');
  const { item } = route.useSearch();
  const navigate = route.useNavigate();
  const [detail, setDetail] = useState('sums');
  const choose = (chosen: string) => {
    if (chosen === 'item') return;
    setDetail(chosen);
    if (item !== undefined) void navigate({ search: {}, replace: true });
  };
  const key = useDeferredValue(searchKey(wanted));
  const sheets = (query.data?.sheets ?? []).filter(({ body }) => key === '' || searchKey(`${body.name} ${body.code ?? ''}`).includes(key));
  return (
    <PageOfRound round={round} title={texts.title} lead={texts.lead}>
      <Loaded
        query={query}
        isEmpty={(list) => list.sheets.length === 0}
        empty={
          <Empty title={texts.none}>
            <Text>{texts.noneMore}</Text>
          </Empty>
        }
      >
        {(list) => (
          <>
            <Group align="flex-end" className="screen-only">
              <TextInput
                label={texts.find}
                placeholder={texts.findHint}
                type="search"
                value={wanted}
                onChange={({ currentTarget }) => setWanted(currentTarget.value)}
                w={{ base: '100%', sm: 320 }}
              />
              <SegmentedControl
                aria-label={texts.show}
                value={item === undefined ? detail : 'item'}
                onChange={choose}
                data={[
                  ...(item === undefined ? [] : [{ value: 'item', label: texts.showItem(item) }]),
                  { value: 'sums', label: texts.showSums },
                  { value: 'items', label: texts.showItems },
                ]}
              />
            </Group>
            {sheets.length === 0 || list.rounding === null ? (
              <Text role="status">{texts.noneFound}</Text>
            ) : (
              <SheetsTable round={round} items={list.items} sheets={sheets} rounding={list.rounding} item={item} detailed={detail === 'items'} />
            )}
          </>
        )}
      </Loaded>
    </PageOfRound>
  );
}
