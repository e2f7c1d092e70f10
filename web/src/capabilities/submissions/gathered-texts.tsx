import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { fetchGathered, gatheredQuery } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

/** Difficulties and proposals from the bodies' reports, in one list for the owners of the round. */
export function GatheredTexts({ round }: { round: string }) {
  const texts = useTexts(sendingTexts);
  const { data, error, refetch } = useQuery(gatheredQuery(round));
  const take = useAct(() => fetchGathered(round), { onDone: (file) => saveFile(file, `kho-khan-de-xuat-${round}.xlsx`) });
  const some = data !== undefined && data.items.length > 0;
  return (
    <Section
      title={texts.gathered.title}
      lead={texts.gathered.lead}
      actions={
        some ? (
          <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
            {texts.gathered.xlsx}
          </Button>
        ) : undefined
      }
    >
      <Outcome error={take.error} />
      {data ? null : <NotLoaded error={error} retry={refetch} />}
      {data && !some ? <Text size="sm">{texts.gathered.none}</Text> : null}
      {some ? (
        <ul className="findings">
          {data.items.map(({ body, sentAt, difficulties, proposals }) => (
            <li key={body.id}>
              <Stack gap={4}>
                <Text fw={600}>{body.name}</Text>
                <Text size="sm" c="dimmed">
                  {texts.gathered.sentAt(formatMoment(sentAt))}
                </Text>
                <Facts
                  cols={1}
                  facts={[
                    [texts.text.difficulties, difficulties || texts.text.none],
                    [texts.text.proposals, proposals || texts.text.none],
                  ]}
                />
              </Stack>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
