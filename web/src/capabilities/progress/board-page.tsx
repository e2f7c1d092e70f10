import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../../client/session.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { TableActs } from '../../kit/lists/table-acts.tsx';
import { later } from '../../kit/reading/later.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { roundQuery } from '../rounds/queries/rounds.ts';
import { BoardFilters } from './board-filters.tsx';
import { BoardRows } from './board-rows.tsx';
import { BoardSummary } from './board-summary.tsx';
import { chosenRows } from './chosen-rows.ts';
import { type Board, fetchBoardWorkbook } from './queries/board.ts';
import { boardTexts } from './texts/board.ts';
import { useLiveBoard } from './use-live-board.ts';
import './board.css';

const BoardBodySection = later(async () => (await import('./board-body.tsx')).BoardBodySection);

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/tien-do');

/** The progress of every body of a round; updates itself. */
export function BoardPage() {
  const texts = useTexts(boardTexts);
  const { round } = route.useParams();
  const session = useQuery(sessionQuery).data;
  const plan = useQuery(roundQuery(round)).data;
  const { board, error, refetch, live, marked, said } = useLiveBoard(round, session?.person.id);
  const take = useAct(() => fetchBoardWorkbook(round), { onDone: (file) => saveFile(file, `tien-do-${round}.xlsx`) });
  return (
    <PageOfRound
      round={round}
      title={texts.title}
      lead={
        board && (
          <>
            {plan ? <p className="paper-only">{texts.ofRound(plan.title, plan.ownerBody.name)}</p> : null}
            <BoardSummary board={board} live={live} />
          </>
        )
      }
      actions={!board && error ? undefined : <TableActs taking={take.isPending} onTake={() => take.mutate()} />}
    >
      <Outcome error={take.error} />
      {board ? null : <NotLoaded error={error} retry={refetch} />}
      <span className="unseen" role="status">
        {said.length > 0 ? texts.said(said.join(', ')) : ''}
      </span>
      {board?.rows.length === 0 ? (
        <Empty title={texts.none}>
          <Text>{texts.noneMore}</Text>
        </Empty>
      ) : null}
      {board && board.rows.length > 0 ? <Rows board={board} marked={marked} /> : null}
    </PageOfRound>
  );
}

function Rows({ board, marked }: { board: Board; marked: ReadonlyMap<string, number> }) {
  const { body, ...chosen } = route.useSearch();
  const navigate = route.useNavigate();
  // A body's own people see one row, so there is nothing to filter.
  const opened = board.rows.find((row) => row.body.id === body) ?? (board.rows.length === 1 && !board.whole ? board.rows[0] : undefined);
  const rows = chosenRows(board, chosen);
  return (
    <>
      {opened ? (
        <BoardBodySection board={board} row={opened} {...(body === undefined ? {} : { onBack: () => void navigate({ search: chosen }) })} />
      ) : (
        <>
          <BoardFilters board={board} chosen={chosen} onChoose={(search) => void navigate({ search, replace: true })} />
          <BoardRows board={board} rows={rows} marked={marked} onOpen={(id) => void navigate({ search: { ...chosen, body: id } })} />
        </>
      )}
    </>
  );
}
