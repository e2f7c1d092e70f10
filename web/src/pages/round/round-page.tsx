import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CalendarPart } from '../../capabilities/rounds/calendar-part.tsx';
import { DocumentsPart } from '../../capabilities/rounds/documents-part.tsx';
import { ExclusionsPart } from '../../capabilities/rounds/exclusions-part.tsx';
import { ExtensionsPart } from '../../capabilities/rounds/extensions-part.tsx';
import { OwnersPart } from '../../capabilities/rounds/owners-part.tsx';
import { PageOfRound } from '../../capabilities/rounds/page-of-round.tsx';
import { ParticipantsPart } from '../../capabilities/rounds/participants-part.tsx';
import { PAGE_PARTS, type PagePart, type PartProps } from '../../capabilities/rounds/parts.ts';
import { type Round, roundQuery } from '../../capabilities/rounds/queries/rounds.ts';
import { RoundChanged } from '../../capabilities/rounds/round-changed.tsx';
import { TakeoversPart } from '../../capabilities/rounds/takeovers-part.tsx';
import { roundTexts } from '../../capabilities/rounds/texts/rounds.ts';
import { useRights } from '../../client/rights.ts';
import { useTexts } from '../../kit/language.tsx';
import { NotLoaded } from '../../kit/loaded.tsx';
import { Page } from '../../kit/page.tsx';
import { GeneralPart } from './general-part.tsx';
import { Overview } from './overview.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round');

const PARTS: Readonly<Record<PagePart, (props: PartProps) => React.ReactNode>> = {
  general: GeneralPart,
  documents: DocumentsPart,
  calendar: CalendarPart,
  participants: ParticipantsPart,
  exclusions: ExclusionsPart,
  domainOwners: OwnersPart,
  extensions: ExtensionsPart,
  takeovers: TakeoversPart,
};

/** A round with all parts of its plan. */
export function RoundPage() {
  const texts = useTexts(roundTexts);
  const { round: id } = route.useParams();
  const { data: round, error, refetch } = useQuery(roundQuery(id));
  if (!round)
    return (
      <Page title={texts.title}>
        <NotLoaded error={error} retry={refetch} />
      </Page>
    );
  return <RoundParts key={id} round={round} />;
}

function RoundParts({ round }: { round: Round }) {
  const texts = useTexts(roundTexts);
  const search = route.useSearch();
  const { may } = useRights();
  const mayChange = may('round.write', { roundOwner: round.ownerBody.id }) && round.state !== 'closed';
  const running = round.state !== 'draft';
  return (
    <PageOfRound round={round.id} title={round.title} lead={texts.leadOf(String(round.year), round.ownerBody.name, texts.states[round.state].toLowerCase())}>
      <RoundChanged round={round} />
      {running && search.part === undefined ? <Overview round={round} mayChange={mayChange} /> : <Settings round={round} mayChange={mayChange} />}
    </PageOfRound>
  );
}

/** What a round is and how it runs, part by part; of a draft, all that there is of it. */
function Settings({ round, mayChange }: Pick<PartProps, 'round' | 'mayChange'>) {
  const texts = useTexts(roundTexts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = PAGE_PARTS.find((part) => part === search.part) ?? PAGE_PARTS[0];
  const goTo = (part: PagePart) => void navigate({ search: { part }, replace: true });
  return (
    <Tabs value={open} onChange={(part) => part && goTo(part as PagePart)} keepMounted>
      <Tabs.List aria-label={texts.partsLabel} mb="md">
        {PAGE_PARTS.map((part) => (
          <Tabs.Tab key={part} value={part}>
            {texts.parts[part]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {PAGE_PARTS.map((part) => {
        const Part = PARTS[part];
        return (
          <Tabs.Panel key={part} value={part}>
            <Part round={round} mayChange={mayChange} goTo={goTo} />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
