import '../sheet/item.css';
import './verdict.css';
import { Button, Stack, Text } from '@mantine/core';
import { secondMarkReturn } from '@parindex/core/contracts/schemas/quality';
import { itemsOfDomains } from '@parindex/core/scheme/types';
import { pointsOver } from '@parindex/core/words/points-text';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type GivenVerdict, VerdictForm } from '../../capabilities/appraisal/verdict-form.tsx';
import {
  giveSecondMark,
  handBackSecondMark,
  type SecondMark,
  type SecondMarks,
  secondMarkGiven,
  secondMarksQuery,
} from '../../capabilities/quality/queries/quality.ts';
import { qualityTexts } from '../../capabilities/quality/texts/quality.ts';
import { PageOfRound } from '../../capabilities/rounds/page-of-round.tsx';
import { SheetProvider, useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { useSheetToRead } from '../../capabilities/sheets/use-sheet-to-read.ts';
import { limitsOf } from '../../client/limits.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { Empty } from '../../kit/lists/empty.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { DeskClaim, DeskEvidence, useFirstCited } from './desk.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/tham-dinh/cham-lai');

/** What somebody marks a second time without seeing the first mark: the list, and one of it with claim and evidence beside. */
export function SecondMarksPage() {
  const texts = useTexts(qualityTexts).marks;
  const { round } = route.useParams();
  const { mark } = route.useSearch();
  const { data, error, refetch } = useQuery(secondMarksQuery(round));
  const opened = data?.marks.find(({ id }) => id === mark);
  const next = data?.marks.find(isLeft);
  return (
    <PageOfRound
      round={round}
      title={opened?.body.name ?? texts.title}
      lead={texts.lead}
      actions={
        opened ? (
          <LinkButton variant="subtle" to="/lam-viec/ky-danh-gia/$round/tham-dinh/cham-lai" params={{ round }}>
            {texts.back}
          </LinkButton>
        ) : next ? (
          <LinkButton to="/lam-viec/ky-danh-gia/$round/tham-dinh/cham-lai" params={{ round }} search={{ mark: next.id }}>
            {texts.next}
          </LinkButton>
        ) : undefined
      }
    >
      {data ? opened ? <OpenedMark key={opened.id} marks={data} mark={opened} /> : <List marks={data} /> : <NotLoaded error={error} retry={refetch} />}
    </PageOfRound>
  );
}

const isLeft = ({ open }: SecondMark): boolean => open;

/** How a piece stands, in words. */
function useStateText({ rounding }: SecondMarks): (mark: SecondMark) => string {
  const texts = useTexts(qualityTexts).marks;
  const { language } = useLanguage();
  return ({ mark, returned, open }) => {
    if (mark) return texts.given(pointsOver(mark, { rounding }, language), formatMoment(mark.at));
    if (returned) return texts.returned(formatMoment(returned.at));
    return open ? texts.waits : texts.lapsed;
  };
}

function List({ marks }: { marks: SecondMarks }) {
  const texts = useTexts(qualityTexts);
  const { language } = useLanguage();
  const stateText = useStateText(marks);
  if (marks.marks.length === 0) return <Empty title={texts.marks.none} />;
  const count = (value: number) => formatCount(value, language);
  return (
    <Stack>
      <Text size="sm">{texts.marks.left(count(marks.marks.filter(isLeft).length), count(marks.marks.length))}</Text>
      <Table
        caption={texts.marks.title}
        keyOf={({ id }) => id}
        rows={marks.marks}
        dense
        columns={[
          {
            key: 'item',
            title: texts.changed.item,
            names: true,
            cell: ({ id, item, open }) =>
              open ? (
                <Link to="/lam-viec/ky-danh-gia/$round/tham-dinh/cham-lai" params={{ round: marks.round }} search={{ mark: id }}>
                  {texts.changed.named(item.code, item.title)}
                </Link>
              ) : (
                texts.changed.named(item.code, item.title)
              ),
          },
          { key: 'body', title: texts.changed.body, cell: ({ body }) => body.name },
          { key: 'state', title: texts.marks.state, cell: stateText },
        ]}
      />
    </Stack>
  );
}

interface OpenedProps {
  readonly marks: SecondMarks;
  readonly mark: SecondMark;
}

function OpenedMark({ marks, mark }: OpenedProps) {
  const { shown, error, refetch } = useSheetToRead(marks.round, mark.body.id);
  return shown ? (
    <SheetProvider shown={shown}>
      <Desk marks={marks} mark={mark} />
    </SheetProvider>
  ) : (
    <NotLoaded error={error} retry={refetch} />
  );
}

function Desk({ marks, mark }: OpenedProps) {
  const texts = useTexts(qualityTexts).marks;
  const { shown } = useSheet();
  const { document, version, page } = route.useSearch();
  const navigate = route.useNavigate();
  const stateText = useStateText(marks);
  const item = itemsOfDomains(shown.rules.scheme.domains).find(({ code }) => code === mark.item.code);
  const cited = useFirstCited(mark.item.code);
  const opened = document === undefined ? cited : { document, version, page: page ?? 1 };
  if (!item) return null;
  const place = { round: marks.round, body: mark.body.id };
  const give = (verdict: GivenVerdict) => giveSecondMark(place.round, mark.id, verdict);
  const next = marks.marks.find((one) => isLeft(one) && one.id !== mark.id);
  return (
    <article className="desk">
      <header className="item-head">
        <h2>
          {item.code}. {mark.item.title}
        </h2>
      </header>
      <DeskClaim item={item} grounds={opened !== undefined} />
      <DeskEvidence
        item={item}
        opened={opened}
        onPage={(to) =>
          opened &&
          void navigate({
            search: { mark: mark.id, document: opened.document, ...(opened.version === undefined ? {} : { version: opened.version }), page: to },
            replace: true,
            resetScroll: false,
          })
        }
        onClose={() => void navigate({ search: { mark: mark.id }, resetScroll: false })}
      />
      <section className="desk-verdict card" aria-label={texts.title}>
        <h3>{texts.title}</h3>
        {mark.open ? (
          <>
            <Notice kind="note">{texts.final}</Notice>
            <VerdictForm
              item={item}
              stage="appraised"
              terms={{ reasons: marks.reasons, secondPersonOver: null }}
              official={[]}
              decided={false}
              give={give}
              given={(client) => secondMarkGiven(client, place)}
              onDecided={() => void navigate({ search: next ? { mark: next.id } : {} })}
            />
            <HandBack place={place} mark={mark.id} onDone={() => void navigate({ search: {} })} />
          </>
        ) : (
          <Text size="sm">{stateText(mark)}</Text>
        )}
      </section>
    </article>
  );
}

/** What somebody may not or cannot mark goes back to whoever draws, with a reason. */
function HandBack({ place, mark, onDone }: { place: { readonly round: string; readonly body: string }; mark: string; onDone: () => void }) {
  const texts = useTexts(qualityTexts).marks;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(() => handBackSecondMark(place.round, mark, reason.trim()), { onEnd: (client) => secondMarkGiven(client, place), onDone });
  if (!open)
    return (
      <Button variant="subtle" w="fit-content" onClick={() => setOpen(true)}>
        {texts.handBack}
      </Button>
    );
  return (
    <InlineForm
      title={texts.handBackTitle}
      of={mark}
      submit={texts.handBack}
      act={act}
      disabled={reason.trim() === ''}
      onSubmit={() => act.mutate()}
      onCancel={() => setOpen(false)}
    >
      <ReasonInput label={texts.handBackReason} description={texts.handBackMore} {...limitsOf(secondMarkReturn).reason} value={reason} onChange={setReason} />
    </InlineForm>
  );
}
