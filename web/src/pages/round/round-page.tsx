import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { boardTexts } from '../../capabilities/progress/texts/board.ts';
import { CalendarPart } from '../../capabilities/rounds/calendar-part.tsx';
import { DocumentsPart } from '../../capabilities/rounds/documents-part.tsx';
import { ExclusionsPart } from '../../capabilities/rounds/exclusions-part.tsx';
import { ExtensionsPart } from '../../capabilities/rounds/extensions-part.tsx';
import { OwnersPart } from '../../capabilities/rounds/owners-part.tsx';
import { ParticipantsPart } from '../../capabilities/rounds/participants-part.tsx';
import { PAGE_PARTS, type PagePart, type PartProps } from '../../capabilities/rounds/parts.ts';
import { type Round, roundQuery } from '../../capabilities/rounds/queries/rounds.ts';
import { TakeoversPart } from '../../capabilities/rounds/takeovers-part.tsx';
import { roundTexts } from '../../capabilities/rounds/texts/rounds.ts';
import { useRights } from '../../client/rights.ts';
import { useTexts } from '../../kit/language.tsx';
import { LinkButton } from '../../kit/link.tsx';
import { NotLoaded } from '../../kit/loaded.tsx';
import { Page } from '../../kit/page.tsx';
import { OverviewPart } from './overview-part.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round');

const PARTS: Readonly<Record<PagePart, (props: PartProps) => React.ReactNode>> = {
  overview: OverviewPart,
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
  const navigate = route.useNavigate();
  const { may, mayAnywhere } = useRights();
  const roundOwner = round.ownerBody.id;
  const owns = may('round.write', { roundOwner });
  // People who only score a sheet come to it from their own work.
  const overlooks = mayAnywhere('sheet.list');
  const board = useTexts(boardTexts).toBoard;
  const scores = round.participants.some(({ body }) => may('sheet.declare', { body }));
  const open = PAGE_PARTS.find((part) => part === search.part) ?? 'overview';
  const goTo = (part: PagePart) => void navigate({ search: part === 'overview' ? {} : { part }, replace: true });
  return (
    <Page
      title={round.title}
      lead={texts.leadOf(String(round.year), round.ownerBody.name, texts.states[round.state].toLowerCase())}
      actions={
        round.state === 'draft' ? undefined : (
          <>
            {scores || overlooks ? (
              <LinkButton to="/lam-viec/ky-danh-gia/$round/tien-do" params={{ round: round.id }} variant="default">
                {board}
              </LinkButton>
            ) : null}
            {may('delivery.read', { roundOwner, estimateReaders: round.estimateReaders }) ? (
              <LinkButton to="/lam-viec/ky-danh-gia/$round/so-lieu" params={{ round: round.id }} variant="default">
                {texts.toDeliveries}
              </LinkButton>
            ) : null}
            {overlooks ? (
              <LinkButton to="/lam-viec/ky-danh-gia/$round/bang-diem" params={{ round: round.id }} variant="default">
                {texts.toSheets}
              </LinkButton>
            ) : null}
          </>
        )
      }
    >
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
              <Part round={round} mayChange={owns && round.state !== 'closed'} goTo={goTo} />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Page>
  );
}
