import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { fetchGathered, gatheredQuery } from '../../api/sendings.ts';
import { formatMoment } from '../../texts/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { sendingTexts } from '../../texts/sending.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Section } from '../../ui/section.tsx';

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
