import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SheetKey } from '../../client/sheet.ts';
import { sheetQuery } from '../../client/sheet.ts';
import { Link } from '../../kit/page/link.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { figurePlacesQuery } from '../editions/queries/figure-places.ts';
import type { LibraryDocument } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

/** Where a document is cited, with links; a figure links to an item that asks for it. */
export function CitedAt({ library, cited }: { library: SheetKey; cited: LibraryDocument['cited'] }) {
  const texts = useTexts(documentTexts);
  const { language } = useLanguage();
  const hasFigures = cited.some(({ kind }) => kind === 'figure');
  const edition = useQuery({ ...sheetQuery(library.round, library.body), refetchInterval: false, enabled: hasFigures }).data?.edition;
  const figures = useQuery({ ...figurePlacesQuery(edition ?? ''), enabled: edition !== undefined }).data;
  if (cited.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {texts.notCited}
      </Text>
    );
  // A place with several citations is listed once for each version.
  const places = [...new Map(cited.map((place) => [`${place.kind} ${place.target} ${place.version}`, place])).entries()];
  return (
    <List size="sm" listStyleType="none">
      {places.map(([key, { kind, target, version }]) => {
        const figure = kind === 'figure' ? figures?.get(target) : undefined;
        const item = kind === 'item' ? target : figure?.item;
        return (
          <List.Item key={key}>
            <Link size="sm" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={library} search={item === undefined ? {} : { item }}>
              {kind === 'item' ? texts.citedItem(target, version) : texts.citedFigure(figure?.title[language] ?? target, version)}
            </Link>
          </List.Item>
        );
      })}
    </List>
  );
}
