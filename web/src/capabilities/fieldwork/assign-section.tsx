import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { NO_PLACE, PlaceFields } from './place-fields.tsx';
import { assignCluster, clustersQuery, type Fieldwork, fieldworkChanged } from './queries/fieldwork.ts';
import { fieldworkTexts } from './texts/fieldwork.ts';

/** Gives what is left of a village to another interviewer. */
export function AssignSection({ round, fieldwork }: { round: string; fieldwork: Fieldwork }) {
  const all = useTexts(fieldworkTexts);
  const texts = all.assign;
  const { language } = useLanguage();
  const [place, setPlace] = useState(NO_PLACE);
  const [cluster, setCluster] = useState('');
  const [interviewer, setInterviewer] = useState('');
  const isChosen = place.body !== '' && place.group !== '';
  const clusters = useQuery({ ...clustersQuery(round, place.body, place.group), enabled: isChosen }).data?.items ?? [];
  const assign = useAct(() => assignCluster(round, { ...place, cluster, interviewer }), { refresh: (client) => fieldworkChanged(client, round) });
  const count = (of: number) => formatCount(of, language);
  return (
    <Section title={texts.title} lead={texts.lead}>
      <CheckedForm onSubmit={() => assign.mutate()}>
        <Stack>
          <PlaceFields
            fieldwork={fieldwork}
            value={place}
            onChange={(value) => {
              setPlace(value);
              setCluster('');
              assign.reset();
            }}
          />
          <NativeSelect
            label={texts.cluster}
            required
            value={cluster}
            data={[
              { value: '', label: all.choose },
              ...clusters.map((each) => ({
                value: each.cluster,
                label: texts.of(each.name, each.interviewer.name, count(each.interviewed), count(each.addresses)),
              })),
            ]}
            onChange={({ currentTarget }) => setCluster(currentTarget.value)}
          />
          <TextInput
            label={texts.interviewer}
            type="email"
            required
            maxLength={320}
            value={interviewer}
            onChange={({ currentTarget }) => setInterviewer(currentTarget.value)}
          />
          <Outcome error={assign.error} done={assign.isSuccess ? texts.done : undefined} />
          <Group>
            <Button type="submit" variant="default" loading={assign.isPending}>
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
