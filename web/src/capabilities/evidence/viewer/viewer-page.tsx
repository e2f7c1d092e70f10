import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Link, LinkButton } from '../../../kit/page/link.tsx';
import { Page } from '../../../kit/page/page.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { NotLoaded } from '../../../kit/reading/loaded.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { documentMore, documentName, versionOf } from '../document-name.ts';
import { HeldNotice } from '../erasure-state.tsx';
import { documentQuery, type LibraryDocument } from '../queries/documents.ts';
import { viewerTexts } from '../texts/viewer.ts';
import { DocumentViewer } from './document-viewer.tsx';
import { EvidenceSearch } from './evidence-search.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document/xem');

/** A document on a page of its own; version and page are in the address, so that a place can be shared. */
export function ViewerPage() {
  const texts = useTexts(viewerTexts);
  const { language } = useLanguage();
  const { round, body, document: id } = route.useParams();
  const { version: wanted, page = 1, item } = route.useSearch();
  const ofItem = item === undefined ? {} : { item };
  const navigate = route.useNavigate();
  const { data: document, error, refetch } = useQuery(documentQuery({ round: round, body: body }, id));
  const [search, setSearch] = useState('');
  const path = [
    <Link key="library" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu" params={{ round, body }}>
      {texts.library}
    </Link>,
    <Link key="document" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document" params={{ round, body, document: id }}>
      {texts.about}
    </Link>,
  ];
  if (!document)
    return (
      <Page title={texts.title} path={path}>
        <NotLoaded error={error} retry={refetch} />
      </Page>
    );
  const version = versionOf(document, wanted);
  const newest = document.versions[0];
  const name = documentName(document, version ?? newest, language);
  return (
    <Page
      title={texts.titleOf(name)}
      path={path}
      lead={version ? documentMore(version) : undefined}
      actions={
        <LinkButton
          to="/lam-viec/ky-danh-gia/$round/bang-diem/$body"
          params={{ round, body }}
          search={item === undefined ? {} : { item, document: id, ...(wanted === undefined ? {} : { version: wanted }), page }}
          variant="default"
          preload={false}
        >
          {item === undefined ? texts.toSheet : texts.besideItem(item)}
        </LinkButton>
      }
    >
      {version && newest && version.number < newest.number ? (
        <Notice kind="note">
          <Stack gap={4} align="flex-start">
            <Text size="sm">{texts.newer(newest.number)}</Text>
            <Link from={route.id} to="." search={{ version: newest.number, page, ...ofItem }} size="sm">
              {texts.openNewer(newest.number)}
            </Link>
          </Stack>
        </Notice>
      ) : null}
      {version ? (
        <DocumentViewer
          key={version.number}
          round={round}
          body={body}
          document={document}
          version={version}
          page={page}
          onPage={(to) => void navigate({ search: { version: version.number, page: to, ...ofItem }, replace: true, resetScroll: false })}
        />
      ) : (
        <NoVersion document={document} wanted={wanted ?? 1} />
      )}
      <Section title={texts.search.inBody}>
        <EvidenceSearch round={round} body={body} wanted={search} onSearch={setSearch} />
      </Section>
    </Page>
  );
}

function NoVersion({ document, wanted }: { document: LibraryDocument; wanted: number }) {
  const texts = useTexts(viewerTexts);
  return document.held ? <HeldNotice document={document.id} /> : <Notice kind="warning">{texts.noVersion(wanted)}</Notice>;
}
