import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { type LinksWanted, makeLinks, type Survey, surveyChanged } from './queries/survey.ts';
import { surveyTexts } from './texts/survey.ts';

/** No id of a body or group: that of citizens is “all”. */
const ALL = '*';

/** Makes links to the forms, for confirmed lists, and downloads them as a list or as letters: they are told this once. */
export function LinksSection({ round, survey }: { round: string; survey: Survey }) {
  const texts = useTexts(surveyTexts).links;
  const { values, put } = useForm({ body: ALL, group: ALL, as: 'xlsx' as LinksWanted['as'], only: 'missing' as LinksWanted['only'] });
  const make = useAct(
    (wanted: typeof values) =>
      makeLinks(round, { ...wanted, body: wanted.body === ALL ? undefined : wanted.body, group: wanted.group === ALL ? undefined : wanted.group }),
    {
      refresh: (client) => surveyChanged(client, round),
      onDone: (file, { as, body }) => saveFile(file, `${as === 'xlsx' ? 'lien-ket-phieu' : 'thu-moi-phieu'}-${body === ALL ? round : body}.${as}`),
    },
  );
  const confirmed = survey.bodies.filter(({ confirmation }) => confirmation?.holds === true);
  if (confirmed.length === 0)
    return (
      <Section title={texts.title} lead={texts.lead}>
        <Text size="sm">{texts.nobody}</Text>
      </Section>
    );
  const choose = <K extends keyof typeof values>(name: K) => ({
    value: values[name],
    allowDeselect: false,
    onChange: (value: string | null) => {
      make.reset();
      if (value !== null) put({ [name]: value } as Partial<typeof values>);
    },
  });
  return (
    <Section title={texts.title} lead={texts.lead}>
      <CheckedForm onSubmit={() => make.mutate(values)}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={texts.body}
              data={[{ value: ALL, label: texts.allBodies }, ...confirmed.map(({ body }) => ({ value: body.id, label: body.name }))]}
              {...choose('body')}
            />
            <Select
              label={texts.group}
              data={[{ value: ALL, label: texts.allGroups }, ...survey.groups.map(({ id, title }) => ({ value: id, label: title }))]}
              {...choose('group')}
            />
            <Select label={texts.only} data={(['missing', 'unanswered'] as const).map((value) => ({ value, label: texts[value] }))} {...choose('only')} />
            <Select label={texts.as} data={(['xlsx', 'docx', 'pdf'] as const).map((value) => ({ value, label: texts[value] }))} {...choose('as')} />
          </SimpleGrid>
          <Outcome error={make.error} done={make.isSuccess ? texts.done : undefined} />
          <Group>
            <Button type="submit" loading={make.isPending}>
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
