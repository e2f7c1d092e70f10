import { Button, Group, MultiSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { isObject, NumberToken, type Raw } from '@parindex/core/reading/raw';
import { GROUP_KINDS, SCHEME_STATUSES } from '@parindex/core/scheme/types';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { refusalText } from '@parindex/core/words/draft-words';
import { GROUP_NAMES } from '@parindex/core/words/kinds';
import { SCHEME_STATUS_NAMES } from '@parindex/core/words/states';
import { DayInput } from '../../../kit/fields/day-input.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editionFormTexts } from '../texts/edition-form.ts';
import { editorTexts } from '../texts/editor.ts';
import { Choice, namesOf } from './choice.tsx';
import { DraftNumber, DraftText } from './fields.tsx';
import { RowList } from './row-list.tsx';
import { freeRowId } from './rule-kinds.ts';
import { textIn } from './tree-rows.ts';
import { useEditor, useSet } from './use-editor.ts';

/** What holds of the whole edition: its name and basis, groups of points, classes, whom the survey asks and what. */
export function EditionForm({ onBack }: { onBack: () => void }) {
  const texts = useTexts(editionFormTexts);
  const { form } = useTexts(editorTexts);
  const { language } = useLanguage();
  const { document, writing } = useEditor();
  const refusal = writing.state().refusal;
  return (
    <Stack gap="md" className="editor-form">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          {texts.title}
        </Title>
        <Button className="editor-back" size="compact-sm" variant="default" onClick={onBack}>
          {form.back}
        </Button>
      </Group>
      {refusal ? <Notice kind="warning">{refusalText(refusal, document, language)}</Notice> : null}
      <DraftText at={['title', 'vi']} label={texts.name} required lines={2} />
      <DraftText at={['title', 'en']} label={texts.nameEnglish} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Choice at={['status']} label={texts.status} names={namesOf(SCHEME_STATUSES, useTexts(SCHEME_STATUS_NAMES))} />
        <DraftDay at={['validity', 'from']} label={texts.from} />
        <DraftDay at={['validity', 'to']} label={texts.to} />
      </SimpleGrid>
      <LegalBases />
      <Groups />
      <Classes />
      <SurveyGroups />
      <Questions />
    </Stack>
  );
}

/** A day of the draft. */
function DraftDay({ at, label }: { at: Keys; label: string }) {
  const { document } = useEditor();
  const set = useSet();
  return <DayInput label={label} value={textIn(document, ...(at as readonly string[])) || undefined} onChange={(day) => set(at, day)} />;
}

function LegalBases() {
  const texts = useTexts(editionFormTexts);
  return (
    <RowList
      at={['legalBasis']}
      label={texts.bases}
      add={texts.addBasis}
      fresh={() => ({ number: '' })}
      row={(row, index) => {
        const place = String(index + 1);
        return (
          <>
            <DraftText at={[...row, 'number']} label={texts.nth(texts.basisNumber, place)} required />
            <DraftDay at={[...row, 'date']} label={texts.nth(texts.basisDate, place)} />
            <div className="editor-row-name">
              <DraftText at={[...row, 'title', 'vi']} label={texts.nth(texts.basisTitle, place)} />
            </div>
          </>
        );
      }}
    />
  );
}

function Groups() {
  const texts = useTexts(editionFormTexts);
  const kinds = useTexts(GROUP_NAMES);
  return (
    <RowList
      at={['groups']}
      label={texts.groups}
      add={texts.addGroup}
      fresh={(rows): Raw => ({ id: freeRowId(rows), title: { vi: '' }, kind: rows.length === 0 ? 'regular' : 'bonus' })}
      row={(row, index, value) => {
        const place = String(index + 1);
        const kind = textIn(value, 'kind');
        return (
          <>
            <Choice at={[...row, 'kind']} label={texts.nth(texts.groupKind, place)} names={namesOf(GROUP_KINDS, kinds)} />
            <div className="editor-row-name">
              <DraftText at={[...row, 'title', 'vi']} label={texts.nth(texts.groupName, place)} />
            </div>
            {kind === 'regular' ? <DraftNumber at={[...row, 'maximum']} label={texts.nth(texts.groupMaximum, place)} width="8rem" /> : null}
            {kind === 'bonus' ? <DraftNumber at={[...row, 'cap']} label={texts.nth(texts.groupCap, place)} width="8rem" /> : null}
          </>
        );
      }}
    />
  );
}

/** In which group of points a domain counts; asked for where there are several. */
export function GroupOfDomain({ at }: { at: Keys }) {
  const texts = useTexts(editionFormTexts);
  const kinds = useTexts(GROUP_NAMES);
  const { document } = useEditor();
  const list = valueAt(document, ['groups']);
  const groups = (Array.isArray(list) ? list : []).filter(isObject);
  const regular = groups.find(({ kind }) => kind === 'regular');
  if (groups.length < 2) return null;
  const kindName = (kind: string) => GROUP_KINDS.flatMap((each) => (each === kind ? [kinds[each]] : []))[0] ?? texts.untitled;
  const names = Object.fromEntries(groups.map((group) => [textIn(group, 'id'), textIn(group, 'title', 'vi') || kindName(textIn(group, 'kind'))]));
  return <Choice at={[...at, 'group']} label={texts.ofGroup} names={names} unwritten={textIn(regular, 'id')} />;
}

function Classes() {
  const texts = useTexts(editionFormTexts);
  return (
    <div>
      <RowList
        at={['classes', 'list']}
        label={texts.classes}
        add={texts.addClass}
        fresh={(rows): Raw => ({ id: freeRowId(rows), title: { vi: '' }, from: new NumberToken('0') })}
        row={(row, index) => {
          const place = String(index + 1);
          return (
            <>
              <div className="editor-row-name">
                <DraftText at={[...row, 'title', 'vi']} label={texts.nth(texts.className, place)} />
              </div>
              <DraftNumber at={[...row, 'from']} label={texts.nth(texts.classFrom, place)} width="8rem" />
            </>
          );
        }}
      />
      <Text size="xs" c="dimmed">
        {texts.classesMore}
      </Text>
    </div>
  );
}

function SurveyGroups() {
  const texts = useTexts(editionFormTexts);
  return (
    <RowList
      at={['survey', 'groups']}
      label={texts.surveyGroups}
      add={texts.addSurveyGroup}
      fresh={(rows): Raw => ({ id: freeRowId(rows), title: { vi: '' }, weight: new NumberToken('1') })}
      row={(row, index) => {
        const place = String(index + 1);
        return (
          <>
            <div className="editor-row-name">
              <DraftText at={[...row, 'title', 'vi']} label={texts.nth(texts.surveyGroupName, place)} />
            </div>
            <DraftNumber at={[...row, 'weight']} label={texts.nth(texts.weight, place)} width="8rem" />
          </>
        );
      }}
    />
  );
}

function Questions() {
  const texts = useTexts(editionFormTexts);
  const { document, faultAt } = useEditor();
  const set = useSet();
  const list = valueAt(document, ['survey', 'groups']);
  const groups = (Array.isArray(list) ? list : []).map((group) => ({ value: textIn(group, 'id'), label: textIn(group, 'title', 'vi') || texts.untitled }));
  return (
    <RowList
      at={['survey', 'questions']}
      label={texts.questions}
      add={texts.addQuestion}
      fresh={(rows): Raw => ({ id: freeRowId(rows), title: { vi: '' } })}
      row={(row, index, value) => {
        const place = String(index + 1);
        const asked = isObject(value) && Array.isArray(value['groups']) ? value['groups'].map(String) : [];
        return (
          <Stack gap="sm" className="editor-case">
            <DraftText at={[...row, 'title', 'vi']} label={texts.nth(texts.question, place)} lines={2} />
            <MultiSelect
              label={texts.asked}
              data={groups.filter(({ value: id }) => id !== '')}
              value={asked}
              placeholder={asked.length === 0 ? texts.askedAll : ''}
              error={faultAt([...row, 'groups'])}
              onChange={(chosen) => set([...row, 'groups'], chosen.length === 0 ? undefined : chosen)}
            />
            <RowList
              at={[...row, 'options']}
              label={texts.options}
              add={texts.addOption}
              fresh={(rows): Raw => ({ id: freeRowId(rows), title: { vi: '' }, weight: new NumberToken('1') })}
              row={(option, number) => (
                <>
                  <div className="editor-row-name">
                    <DraftText at={[...option, 'title', 'vi']} label={texts.nth(texts.option, String(number + 1))} />
                  </div>
                  <DraftNumber at={[...option, 'weight']} label={texts.nth(texts.optionWeight, String(number + 1))} width="8rem" isPercent suffix="%" />
                </>
              )}
            />
          </Stack>
        );
      }}
    />
  );
}
