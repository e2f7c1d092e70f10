import { Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { searchKey } from '@parindex/core/text/search-key';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Empty } from '../../../kit/empty.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { LinkButton } from '../../../kit/link.tsx';
import { Loaded } from '../../../kit/loaded.tsx';
import { Page } from '../../../kit/page.tsx';
import { viewerTexts } from '../../evidence/texts/viewer.ts';
import { boardTexts } from '../../progress/texts/board.ts';
import { sheetListQuery } from '../queries/sheet-list.ts';
import { sheetsTexts } from '../texts/sheets.ts';
import { SheetsTable } from './sheets-table.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem');

/** All sheets of a round, compared item by item. */
export function SheetsPage() {
  const texts = useTexts(sheetsTexts);
  const evidence = useTexts(viewerTexts).search.title;
  const board = useTexts(boardTexts).toBoard;
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
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          <LinkButton to="/lam-viec/ky-danh-gia/$round/tien-do" params={{ round }} variant="default">
            {board}
          </LinkButton>
          <LinkButton to="/lam-viec/ky-danh-gia/$round/tai-lieu" params={{ round }} variant="default">
            {evidence}
          </LinkButton>
          <LinkButton to="/lam-viec/ky-danh-gia/$round" params={{ round }} variant="default">
            {texts.toRound}
          </LinkButton>
        </>
      }
    >
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
    </Page>
  );
}
