import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ownedBodies } from '../../client/rights.ts';
import { sessionQuery } from '../../client/session.ts';
import { Link } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useEditionWords } from './edition-words.ts';
import type { Edition } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

interface DraftPageProps {
  readonly id: string;
  /** Undefined until it has come. */
  readonly edition: Edition | undefined;
  readonly error: Error | null;
  readonly retry: () => unknown;
  readonly texts: { readonly title: string; readonly lead: string; readonly notDraft: string };
  /** For whoever may write the draft. */
  readonly children: ReactNode;
}

/** A page on which a draft is written: where it stands, and that only its own body writes it. */
export function DraftPage({ id, edition, error, retry, texts, children }: DraftPageProps) {
  const own = useTexts(editionTexts);
  const words = useEditionWords();
  const owned = ownedBodies(useQuery(sessionQuery).data);
  const mayWrite = edition?.state === 'draft' && owned.some((body) => body.id === edition.ownerBody);
  const name = edition && (words.title(edition) ?? edition.id);
  return (
    <Page
      path={[
        <Link key="editions" to="/lam-viec/bo-tieu-chi">
          {own.title}
        </Link>,
        ...(name === undefined
          ? []
          : [
              <Link key="edition" to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: id }}>
                {name}
              </Link>,
            ]),
      ]}
      title={texts.title}
      lead={texts.lead}
    >
      {edition ? null : <NotLoaded error={error} retry={retry} />}
      {edition && !mayWrite ? <Notice kind="note">{texts.notDraft}</Notice> : null}
      {mayWrite ? children : null}
    </Page>
  );
}
