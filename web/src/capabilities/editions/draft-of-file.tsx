import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { schemeFileQuery } from '@parindex/core/contracts/schemas/editions';
import { nameOfFile } from '@parindex/core/studio/import/name-of-file';
import { numbersAsText } from '@parindex/core/studio/import/number-ranges';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { limitsOf } from '../../client/limits.ts';
import { ownedBodies } from '../../client/rights.ts';
import { sessionQuery } from '../../client/session.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { Section } from '../../kit/page/section.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ID_PATTERN } from './edition-id.ts';
import { editionAnswered } from './queries/editions.ts';
import { draftSchemeFile, type SchemeFilePreview } from './queries/scheme-files.ts';
import { editionTexts } from './texts/editions.ts';
import { schemeImportTexts } from './texts/scheme-import.ts';

interface DraftOfFileProps {
  readonly file: File;
  readonly preview: SchemeFilePreview;
  readonly confirmed: ReadonlySet<number>;
}

/** Names the draft and makes it of the file, with the rules that were confirmed. */
export function DraftOfFile({ file, preview, confirmed }: DraftOfFileProps) {
  const texts = useTexts(schemeImportTexts);
  const { owner, begin } = useTexts(editionTexts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const owned = ownedBodies(useQuery(sessionQuery).data);
  const { values, text, put } = useForm({ ...nameOfFile(file.name), ownerBody: owned[0]?.id ?? '' }, limitsOf(schemeFileQuery));
  const { id, title, ownerBody } = values;
  const make = useAct(
    () =>
      draftSchemeFile(file, {
        ...{ id: id.trim(), title: title.trim(), digest: preview.digest, rules: numbersAsText(confirmed) },
        ownerBody: owned.length > 1 ? ownerBody : undefined,
      }),
    { refresh: editionAnswered, onDone: (edition) => void navigate({ to: '/lam-viec/bo-tieu-chi/$edition', params: { edition: edition.id } }) },
  );
  const left = preview.parts.filter(({ isItem, keepsRule }, at) => isItem && !keepsRule && !confirmed.has(at)).length;
  return (
    <Section title={texts.draft} lead={texts.draftLead}>
      <CheckedForm onSubmit={() => make.mutate()}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={begin.title} required {...text('title')} />
            <TextInput label={begin.id} description={begin.idMore} required pattern={ID_PATTERN} {...text('id')} />
            {owned.length > 1 ? (
              <Select
                label={owner}
                data={owned.map((body) => ({ value: body.id, label: body.name }))}
                value={ownerBody}
                onChange={(chosen) => put({ ownerBody: chosen ?? '' })}
                allowDeselect={false}
              />
            ) : null}
          </SimpleGrid>
          <Text size="sm">{left === 0 ? texts.leftNone : texts.left(formatCount(left, language))}</Text>
          <Outcome error={make.error} />
          <Group>
            <Button type="submit" loading={make.isPending}>
              {texts.draft}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
