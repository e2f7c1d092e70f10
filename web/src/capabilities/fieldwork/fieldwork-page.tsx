import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRights } from '../../client/rights.ts';
import { LinkButton } from '../../kit/page/link.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { roundQuery } from '../rounds/queries/rounds.ts';
import { surveyQuery } from '../survey/queries/survey.ts';
import { AddressesSection } from './addresses-section.tsx';
import { AssignSection } from './assign-section.tsx';
import { BackChecksSection } from './back-checks-section.tsx';
import { InterviewersSection } from './interviewers-section.tsx';
import { backChecksQuery } from './queries/back-checks.ts';
import { type Fieldwork, fieldworkQuery } from './queries/fieldwork.ts';
import { RuleSection } from './rule-section.tsx';
import { SetApartSection } from './set-apart-section.tsx';
import { fieldworkTexts } from './texts/fieldwork.ts';
import { WorkSection } from './work-section.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/dieu-tra/phong-van');

/** The interviews of a survey, for whoever leads or audits it. */
export function FieldworkPage() {
  const texts = useTexts(fieldworkTexts);
  const { round } = route.useParams();
  const query = useQuery(fieldworkQuery(round));
  const owner = useQuery(roundQuery(round)).data?.ownerBody.id;
  const isOpen = useQuery(surveyQuery(round)).data?.state === 'open';
  const { may } = useRights();
  const leads = isOpen && owner !== undefined && may('fieldwork.lead', { roundOwner: owner });
  return (
    <PageOfRound
      round={round}
      title={texts.title}
      lead={texts.lead}
      actions={
        <LinkButton to="/lam-viec/ky-danh-gia/$round/dieu-tra" params={{ round }} search={{}} variant="default">
          {texts.back}
        </LinkButton>
      }
    >
      <Loaded query={query}>
        {(fieldwork) => (
          <Stack>
            <RuleSection round={round} fieldwork={fieldwork} leads={leads} />
            {leads ? <AddressesSection round={round} fieldwork={fieldwork} /> : null}
            <WorkSection fieldwork={fieldwork} />
            {fieldwork.work.length > 0 ? <Results round={round} fieldwork={fieldwork} leads={leads} /> : null}
            {leads && fieldwork.work.length > 0 ? <AssignSection round={round} fieldwork={fieldwork} /> : null}
            {fieldwork.setApart.length > 0 ? <SetApartSection round={round} fieldwork={fieldwork} leads={leads} /> : null}
          </Stack>
        )}
      </Loaded>
    </PageOfRound>
  );
}

/** What interviewers brought, and what came of asking again. */
function Results({ round, fieldwork, leads }: { round: string; fieldwork: Fieldwork; leads: boolean }) {
  const query = useQuery(backChecksQuery(round));
  return (
    <Loaded query={query}>
      {(backChecks) => (
        <>
          <InterviewersSection fieldwork={fieldwork} backChecks={backChecks} />
          <BackChecksSection round={round} fieldwork={fieldwork} backChecks={backChecks} leads={leads} />
        </>
      )}
    </Loaded>
  );
}
