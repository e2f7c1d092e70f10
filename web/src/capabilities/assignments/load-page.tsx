import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../kit/lists/empty.tsx';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { partsOfSheet } from '../../kit/page/places.ts';
import { SoughtPlace } from '../../kit/page/sought-place.tsx';
import { Tile, Tiles } from '../../kit/page/tile.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { shellTexts } from '../../kit/words/shell-texts.ts';
import { partTexts } from '../sheets/texts/parts.ts';
import { LoadOfSheet } from './load-of-sheet.tsx';
import { inOrderOfUrgency } from './load-order.ts';
import { isApproved, type LoadItem, loadQuery } from './queries/assignments.ts';
import { loadTexts } from './texts/load.ts';

/** All parts assigned to the user's departments, by round and body, in order of urgency; what is approved is folded. */
export function LoadPage() {
  const texts = useTexts(loadTexts);
  const { home } = useTexts(shellTexts);
  const query = useQuery(loadQuery);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      path={[
        <Link key="home" to="/lam-viec">
          {home}
        </Link>,
      ]}
    >
      <Loaded
        query={query}
        empty={
          <Empty title={texts.none}>
            <Text>{texts.noneMore}</Text>
            <LinkButton to="/lam-viec" variant="default">
              {texts.toHome}
            </LinkButton>
          </Empty>
        }
      >
        {({ items }) => (
          <>
            <Counts items={items} />
            {inOrderOfUrgency(items).map((ofSheet) => (
              <SoughtPlace key={placeOf(ofSheet[0])} hash={placeOf(ofSheet[0])} ready>
                <LoadOfSheet items={ofSheet} />
              </SoughtPlace>
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const placeOf = (item: LoadItem | undefined): string => (item ? partsOfSheet(item.round.id, item.body.id) : '');

/** How much of it is open, and of that what waits for the reader, came back or is late; what is approved waits for nobody. */
function Counts({ items }: { items: readonly LoadItem[] }) {
  const texts = useTexts(loadTexts).count;
  const parts = useTexts(partTexts);
  const { language } = useLanguage();
  const open = items.filter(({ standing }) => !isApproved(standing));
  const tile = (label: string, of: readonly LoadItem[], tone: 'act' | 'bad') =>
    of.length > 0 ? <Tile label={label} value={formatCount(of.length, language)} tone={tone} /> : null;
  return (
    <Tiles label={texts.name}>
      <Tile label={texts.open} value={formatCount(open.length, language)} more={texts.approvedOf(items.length - open.length, items.length)} />
      {tile(
        texts.forMe,
        open.filter(({ waitsForMe }) => waitsForMe),
        'act',
      )}
      {tile(
        texts.returned,
        open.filter(({ standing }) => standing === 'returned'),
        'bad',
      )}
      {tile(
        parts.late,
        open.filter(({ late }) => late),
        'bad',
      )}
    </Tiles>
  );
}
