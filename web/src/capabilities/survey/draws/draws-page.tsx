import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRights } from '../../../client/rights.ts';
import { Empty } from '../../../kit/lists/empty.tsx';
import { LinkButton } from '../../../kit/page/link.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { PageOfRound } from '../../rounds/page-of-round.tsx';
import { roundQuery } from '../../rounds/queries/rounds.ts';
import { drawsQuery } from '../queries/draws.ts';
import { surveyQuery } from '../queries/survey.ts';
import { drawTexts } from '../texts/draws.ts';
import { DeclareSection } from './declare-section.tsx';
import { DesignSection } from './design-section.tsx';
import { DrawSection } from './draw-section.tsx';
import { FrameSection } from './frame-section.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/dieu-tra/chon-mau');

/** The sample of a survey: what is declared next, and every draw with what became of it. */
export function DrawsPage() {
  const texts = useTexts(drawTexts);
  const { round } = route.useParams();
  const query = useQuery(drawsQuery(round));
  const owner = useQuery(roundQuery(round)).data?.ownerBody.id;
  const isOpen = useQuery(surveyQuery(round)).data?.state === 'open';
  const { may } = useRights();
  const [leads, reads] = (['survey.draw', 'survey.readSample'] as const).map((right) => owner !== undefined && may(right, { roundOwner: owner }));
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
        {({ design, frame, draws }) => {
          const acts = leads === true && isOpen;
          const prepares = acts && draws.every(({ state }) => state === 'withdrawn');
          return (
            <Stack>
              {prepares ? (
                <>
                  <DesignSection round={round} design={design} />
                  <FrameSection round={round} ready={design !== null} frame={frame} />
                  {frame ? <DeclareSection key={frame.id} round={round} frame={frame.id} /> : null}
                </>
              ) : null}
              {draws.length === 0 && !prepares ? <Empty title={texts.none}>{texts.noneMore}</Empty> : null}
              {draws.map((draw) => (
                <DrawSection key={draw.number} round={round} draw={draw} leads={acts} reads={reads === true} />
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </PageOfRound>
  );
}
