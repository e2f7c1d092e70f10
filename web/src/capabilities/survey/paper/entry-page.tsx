import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../../kit/lists/empty.tsx';
import { LinkButton } from '../../../kit/page/link.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { PageOfRound } from '../../rounds/page-of-round.tsx';
import type { FoundForm, PaperOutcome } from '../queries/paper.ts';
import { surveyQuery } from '../queries/survey.ts';
import { entryTexts } from '../texts/paper-entry.ts';
import { CodeSection } from './code-section.tsx';
import { EntrySection } from './entry-section.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay/nhap');

/** A form that is being typed, by its code. */
interface Opened {
  readonly code: string;
  readonly form: FoundForm;
}

/** Paper forms are typed one after the other: the code, then the answers, without a hand from the keys. */
export function EntryPage() {
  const texts = useTexts(entryTexts);
  const { round } = route.useParams();
  const [opened, setOpened] = useState<Opened>();
  const [outcome, setOutcome] = useState<PaperOutcome>();
  const close = (kept?: PaperOutcome) => {
    setOpened(undefined);
    setOutcome(kept);
  };
  return (
    <PageOfRound
      round={round}
      title={texts.title}
      lead={texts.lead}
      actions={
        <LinkButton to="/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay" params={{ round }} variant="default">
          {texts.back}
        </LinkButton>
      }
    >
      <Loaded query={useQuery(surveyQuery(round))}>
        {({ state }) => (
          <Stack>
            {opened ? (
              <EntrySection key={opened.code} round={round} code={opened.code} found={opened.form} onEntered={close} onLeave={() => close()} />
            ) : state === 'open' ? (
              <CodeSection round={round} outcome={outcome} onFound={(code, form) => setOpened({ code, form })} />
            ) : (
              <Empty title={texts.over} />
            )}
          </Stack>
        )}
      </Loaded>
    </PageOfRound>
  );
}
