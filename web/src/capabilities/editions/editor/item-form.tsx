import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import { isObject, type RawObject } from '@parindex/core/reading/raw';
import { SOURCES, WHEN_NOT_APPLICABLE } from '@parindex/core/scheme/types';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { isItem, levelAt } from '@parindex/core/studio/operations/places';
import { refusalText } from '@parindex/core/words/draft-words';
import { beginning } from '@parindex/core/words/language';
import { PHRASES } from '@parindex/core/words/phrases';
import { useEffect, useState } from 'react';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { Conditions } from './conditions.tsx';
import { GroupOfDomain } from './edition-form.tsx';
import { DraftNumber, DraftText } from './fields.tsx';
import { RuleForm } from './rule-form.tsx';
import { isDivided, keyOf, textIn } from './tree-rows.ts';
import { useEditor, useSet } from './use-editor.ts';

export const TITLE_FIELD = 'editor-title-field';

/** A part of the tree: what it is called, its points, and of an item all that holds of it. */
export function ItemForm({ at, onBack }: { at: Keys; onBack: () => void }) {
  const texts = useTexts(editorTexts).form;
  const { language } = useLanguage();
  const { document, checked, writing } = useEditor();
  const [part, level] = [valueAt(document, at), levelAt(at)];
  if (!isObject(part) || !level) return null;
  const sum = checked.points.find(({ keys }) => keyOf(keys) === keyOf(at))?.sum;
  const divided = isDivided(level, part);
  const groups = document && isObject(document) && Array.isArray(document['groups']) ? document['groups'].filter(isObject) : [];
  const domain = valueAt(document, at.slice(0, 2));
  const isPenalty = isObject(domain) && groups.some(({ id, kind }) => kind === 'penalty' && id === domain['group']);
  const refusal = writing.state().refusal;
  return (
    <Stack gap="md" className="editor-form">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          {texts.level[level](textIn(part, 'code'))}
        </Title>
        <Button className="editor-back" size="compact-sm" variant="default" onClick={onBack}>
          {texts.back}
        </Button>
      </Group>
      {refusal ? <Notice kind="warning">{refusalText(refusal, document, language)}</Notice> : null}
      <DraftText at={[...at, 'title', 'vi']} label={texts.title} required lines={2} id={TITLE_FIELD} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Code at={at} part={part} />
        {isItem({ level, part }) && isPenalty ? (
          <DraftNumber at={[...at, 'minimum']} label={texts.minimum} />
        ) : (
          <DraftNumber
            at={[...at, 'maximum']}
            label={texts.maximum}
            required={!divided && level !== 'domain'}
            description={(divided || level === 'domain') && sum ? texts.maximumOfParts(displayDecimal(sum, language)) : undefined}
          />
        )}
      </SimpleGrid>
      {isItem({ level, part }) ? <RuleForm at={at} /> : null}
      {isItem({ level, part }) ? <Conditions at={[...at, 'conditions']} /> : null}
      {level === 'domain' ? <GroupOfDomain at={at} /> : null}
      <Beside at={at} part={part} isItem={isItem({ level, part })} />
    </Stack>
  );
}

/** The code of a part: given when the field is left, so that nothing that names it follows each letter. */
function Code({ at, part }: { at: Keys; part: RawObject }) {
  const texts = useTexts(editorTexts).form;
  const { writing } = useEditor();
  const code = textIn(part, 'code');
  const [typed, setTyped] = useState(code);
  useEffect(() => setTyped(code), [code]);
  const give = () => {
    const wanted = typed.trim();
    if (wanted === code) return;
    const refused = writing.do([
      part['code'] === undefined ? { operation: 'set', at: [...at, 'code'], value: wanted } : { operation: 'rename', at, to: wanted },
    ]);
    if (refused) setTyped(code);
  };
  return (
    <TextInput
      label={texts.code}
      withAsterisk
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={give}
      onKeyDown={({ key }) => key === 'Enter' && give()}
      data-place={[...at, 'code'].join('/')}
    />
  );
}

/** What holds of a part besides its title, points and rule. */
function Beside({ at, part, isItem: ofItem }: { at: Keys; part: RawObject; isItem: boolean }) {
  const texts = useTexts(editorTexts).form;
  const { language } = useLanguage();
  const { faultAt } = useEditor();
  const set = useSet();
  const phrases = PHRASES[language];
  const guidance = part['guidance'];
  const provenance = isObject(guidance) && isObject(guidance['provenance']) ? textIn(guidance, 'provenance', 'thresholds') : '';
  const notArisen = part['notArisen'];
  const types = isObject(part['appliesTo']) && Array.isArray(part['appliesTo']['types']) ? part['appliesTo']['types'].map(String).join(', ') : '';
  return (
    <details className="editor-more" open>
      <summary>{texts.more}</summary>
      <Stack gap="md" mt="sm">
        {ofItem ? (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={texts.source}
              withAsterisk
              data={SOURCES.map((source) => ({ value: source, label: phrases.source[source] }))}
              value={textIn(part, 'source') || null}
              error={faultAt([...at, 'source'])}
              allowDeselect={false}
              onChange={(chosen) => set([...at, 'source'], chosen ?? undefined)}
            />
            <DraftText at={[...at, 'guidance', 'appraisedBy', 'vi']} label={texts.appraisedBy} />
          </SimpleGrid>
        ) : (
          <DraftText at={[...at, 'guidance', 'appraisedBy', 'vi']} label={texts.appraisedBy} />
        )}
        {ofItem ? <DraftText at={[...at, 'guidance', 'evidence', 'vi']} label={texts.evidence} lines={2} /> : null}
        <DraftText at={[...at, 'guidance', 'vi']} label={texts.guidance} lines={2} />
        <DraftText at={[...at, 'guidance', 'article', 'vi']} label={texts.article} />
        <DraftText at={[...at, 'title', 'en']} label={texts.titleEnglish} />
        {ofItem ? (
          <>
            <AppliesTo at={[...at, 'appliesTo']} types={types} />
            <Select
              label={texts.whenNotApplicable}
              data={WHEN_NOT_APPLICABLE.map((each) => ({ value: each, label: beginning(phrases.whenNotApplicable[each]) }))}
              value={textIn(part, 'whenNotApplicable') || 'refused'}
              allowDeselect={false}
              onChange={(chosen) => set([...at, 'whenNotApplicable'], chosen === 'refused' ? undefined : (chosen ?? undefined))}
            />
            <Checkbox
              label={texts.mayNotArise}
              checked={isObject(notArisen)}
              onChange={({ currentTarget }) => set([...at, 'notArisen'], currentTarget.checked ? { when: { vi: '' }, legalBasis: '' } : undefined)}
            />
            {isObject(notArisen) ? (
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <DraftText at={[...at, 'notArisen', 'when', 'vi']} label={texts.notArisenWhen} required />
                <DraftText at={[...at, 'notArisen', 'legalBasis']} label={texts.notArisenBasis} required />
              </SimpleGrid>
            ) : null}
            <Checkbox
              label={texts.assumed}
              checked={provenance === 'inferred' || provenance === 'recalled'}
              onChange={({ currentTarget }) => set([...at, 'guidance', 'provenance', 'thresholds'], currentTarget.checked ? 'inferred' : undefined)}
            />
          </>
        ) : null}
        {isObject(part['title']) || part['title'] === undefined ? null : <Text size="sm">{faultAt([...at, 'title'])}</Text>}
      </Stack>
    </details>
  );
}

/** Types of bodies, typed as a list with commas; written when the field is left. */
function AppliesTo({ at, types }: { at: Keys; types: string }) {
  const texts = useTexts(editorTexts).form;
  const set = useSet();
  const [typed, setTyped] = useState(types);
  useEffect(() => setTyped(types), [types]);
  return (
    <TextInput
      label={texts.appliesTo}
      description={texts.appliesToMore}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => {
        const list = typed
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== '');
        if (list.join(', ') !== types) set(at, list.length === 0 ? undefined : { types: list });
      }}
    />
  );
}
