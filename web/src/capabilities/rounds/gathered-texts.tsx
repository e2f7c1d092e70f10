import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Facts } from '../../kit/facts.tsx';
import { formatMoment } from '../../kit/format.ts';
import { useTexts } from '../../kit/language.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { ProblemNotice } from '../../kit/problem-notice.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { Section } from '../../kit/section.tsx';
import { fetchGathered, gatheredQuery } from '../submissions/queries/sendings.ts';
import { sendingTexts } from '../submissions/texts/sending.ts';

/** What bodies say in their reports of difficulties and proposals, as one list for the owners of the round. */
export function GatheredTexts({ round }: { round: string }) {
  const texts = useTexts(sendingTexts);
  const { data, error, refetch } = useQuery(gatheredQuery(round));
  const take = useMutation({ mutationFn: () => fetchGathered(round), onSuccess: (file) => saveFile(file, `kho-khan-de-xuat-${round}.xlsx`) });
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
      {data ? null : error ? <ProblemNotice error={error} retry={() => void refetch()} /> : <Loading />}
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
