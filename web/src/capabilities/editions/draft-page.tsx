import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ownedBodies } from '../../client/rights.ts';
import { sessionQuery } from '../../client/session.ts';
import { Page } from '../../kit/page/page.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useEditionPath } from './edition-path.tsx';
import type { Edition } from './queries/editions.ts';

interface DraftPageProps {
  /** Undefined until it has come. */
  readonly edition: Edition | undefined;
  readonly error: Error | null;
  readonly retry: () => unknown;
  readonly texts: { readonly title: string; readonly lead: string; readonly notDraft: string };
  /** For whoever may write the draft. */
  readonly children: ReactNode;
}

/** A page on which a draft is written: where it stands, and that only its own body writes it. */
export function DraftPage({ edition, error, retry, texts, children }: DraftPageProps) {
  const path = useEditionPath(edition);
  const owned = ownedBodies(useQuery(sessionQuery).data);
  const mayWrite = edition?.state === 'draft' && owned.some((body) => body.id === edition.ownerBody);
  return (
    <Page path={path} title={texts.title} lead={texts.lead}>
      {edition ? null : <NotLoaded error={error} retry={retry} />}
      {edition && !mayWrite ? <Notice kind="note">{texts.notDraft}</Notice> : null}
      {mayWrite ? children : null}
    </Page>
  );
}
