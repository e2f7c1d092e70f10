import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { isItemAssigned } from '@parindex/core/assignments/assigned-targets';
import { standingAt } from '@parindex/core/assignments/standing-at';
import { downloadBrief } from '@parindex/core/contracts/review';
import { type Loss, leaderBrief } from '@parindex/core/review/leader-brief';
import { nextPoints } from '@parindex/core/scoring/next-points';
import { briefFacts, briefProposal, briefTexts, lossSentences } from '@parindex/core/words/brief-words';
import { nextPointsText } from '@parindex/core/words/next-points-words';
import { pointsText } from '@parindex/core/words/points-text';
import { openedText } from '@parindex/core/words/source-text';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addressOf, callForFile } from '../../client/call.ts';
import { serverNow } from '../../client/request.ts';
import { useRights } from '../../client/rights.ts';
import { DocumentButtons } from '../../kit/acts/document-buttons.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ItemLine } from '../sheets/item-line.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { partTexts } from '../sheets/texts/parts.ts';
import { reviewQuery } from './queries/review.ts';

/** Losses on the screen; the document has the first of them. */
const MOST_SHOWN = 10;

/** The sheet on one page for its leader: what is expected, where most points are lost, what nothing proves. */
export function BriefView() {
  const texts = useTexts(briefTexts);
  const { language } = useLanguage();
  const { may } = useRights();
  const { sheet, shown } = useSheet();
  const { answer, rules } = shown;
  const { data: review, error, refetch } = useQuery(reviewQuery(sheet.round, sheet.body, answer.seq));
  const brief = useMemo(() => {
    const before = answer.items.flatMap(({ code, previousPoints }) => (previousPoints === null ? [] : [[code, previousPoints] as const]));
    const results = answer.items.map(({ code }) => shown.score(code).result);
    const { own, ifConfirmed, cell } = shown;
    const said = { prepared: rules.prepared, own, results, ifConfirmed, sealed: answer.sealed, fields: cell, before: Object.fromEntries(before) };
    return leaderBrief(said, MOST_SHOWN);
  }, [answer, rules, shown]);
  if (!review) return <NotLoaded error={error} retry={refetch} />;
  const count = (items: number) => formatCount(items, language);
  const setting = {
    scheme: rules.scheme,
    findings: review.findings,
    released: answer.estimatesReleasedAt && openedText(formatMoment(answer.estimatesReleasedAt), answer.estimatesOpenedByClosing, language),
    asOf: { moment: formatMoment(serverNow().toISOString()), seq: count(answer.seq) },
  };
  const { unexplained } = brief.undocumented;
  const at = { round: sheet.round, body: sheet.body };
  return (
    <Stack gap="md" className="one-page">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} maw="75ch">
          <Title order={2} size="h3">
            {texts.title}
          </Title>
          <Text className="screen-only">{texts.lead}</Text>
        </Stack>
        <Group gap="xs" className="screen-only">
          {may('sheet.send', sheet) ? (
            <>
              <Button variant="default" component="a" href={addressOf(downloadBrief, { params: at, query: { format: 'html' } })} target="_blank">
                {texts.print}
              </Button>
              <DocumentButtons
                take={(format) => callForFile(downloadBrief, { params: at, query: { format } })}
                name={`phieu-trinh-${sheet.body}`}
                texts={texts}
              />
            </>
          ) : null}
        </Group>
      </Group>
      <Facts facts={briefFacts(brief, setting, language)} />
      {brief.losses.length === 0 ? (
        <Text>{texts.noLosses}</Text>
      ) : (
        <Section title={texts.losses(count(brief.losses.length))}>
          <ol className="findings">
            {brief.losses.map((loss) => (
              <li key={loss.code}>
                <LossLine loss={loss} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      {unexplained.length === 0 ? <Text>{texts.noUnproven}</Text> : <Unproven codes={unexplained} />}
      <Section title={texts.proposal}>
        <Text>{briefProposal(review.findings, answer.year, answer.roundClosed ? 'closed' : answer.state, language)}</Text>
      </Section>
    </Stack>
  );
}

function LossLine({ loss }: { loss: Loss }) {
  const { code, lost } = loss;
  const texts = useTexts(briefTexts);
  const { language } = useLanguage();
  const { shown, names } = useSheet();
  const item = names.item(code);
  const next = item && nextPoints(shown.rules.prepared, code, shown.inputs(), shown.score(code).result);
  const standings = useTexts(partTexts).standing;
  const parts = shown.partsAt(code);
  const held = isItemAssigned(parts) ? parts : [];
  const holders = [...new Set(held.flatMap(({ to }) => to.map((department) => department.name)))];
  const said = [
    ...lossSentences(loss, shown.rules.scheme, language),
    ...(item && next ? nextPointsText(item, next, names) : []),
    ...(held.length === 0 ? [] : [texts.heldBy(holders.join(', '), standings[standingAt(held) ?? 'none'].toLocaleLowerCase())]),
  ];
  return (
    <ItemLine code={code} points={texts.lacks(pointsText(lost, shown.rules.scheme, language))}>
      {said.join(' ')}
    </ItemLine>
  );
}

function Unproven({ codes }: { codes: readonly string[] }) {
  const texts = useTexts(briefTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  return (
    <Section title={texts.unproven(formatCount(codes.length, language))} lead={texts.unprovenMore}>
      <ul className="findings">
        {codes.map((code) => (
          <li key={code}>
            <ItemLine code={code} points={pointsText(shown.score(code).result.points, shown.rules.scheme, language)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
