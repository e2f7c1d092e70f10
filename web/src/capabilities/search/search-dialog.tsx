import { List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { searchQuery as searchLimits } from '@parindex/core/contracts/schemas/search';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useRights } from '../../client/rights.ts';
import { useReturnToOpener } from '../../kit/acts/return-to-opener.ts';
import { ProblemNotice } from '../../kit/reading/problem-notice.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { roundsQuery } from '../rounds/queries/rounds.ts';
import { workQuery } from '../work/queries/work.ts';
import { findActs, useActs } from './acts.ts';
import { ChoiceList } from './choice-list.tsx';
import { actChoices, choicesOf } from './choices.ts';
import { findPages } from './pages.ts';
import { searchQuery } from './queries/search.ts';
import { searchTexts } from './texts/search.ts';

const TYPING_MS = 200;
/** The width at which the menu collapses too. */
const PHONE = '(max-width: 48em)';

/** The search dialog; results always belong to the present input. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(searchTexts);
  const { language } = useLanguage();
  const list = useId();
  useReturnToOpener();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const onPhone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const wanted = typed.trim();
  const [settled] = useDebouncedValue(wanted, TYPING_MS);
  const { data, error, refetch } = useQuery(searchQuery(settled));
  const found = wanted === settled ? data : undefined;
  const failed = error !== null && wanted !== '' && wanted === settled;
  const rights = useRights();
  const acts = useActs();
  const work = useQuery(workQuery).data;
  const rounds = useQuery(roundsQuery).data;
  const groups = useMemo(() => {
    if (wanted === '') return [{ key: 'acts', name: texts.groups.acts, choices: actChoices(findActs(acts, '')) }];
    if (!found) return [];
    const pages = findPages({ rights, works: work?.items ?? [], parts: work?.parts ?? 0, rounds: rounds ?? [] }, settled, language);
    return choicesOf(found, pages, findActs(acts, settled), settled, language);
  }, [found, rights, work, rounds, wanted, settled, language, acts, texts]);
  const count = groups.reduce((sum, { choices }) => sum + choices.length, 0);
  const optionId = (index: number) => `${list}-${index}`;

  const choose = () => {
    onClose();
    // Within the same page, nothing at the target would take the focus by itself.
    setTimeout(
      () =>
        document.activeElement === document.body &&
        (document.querySelector<HTMLElement>('[data-begins]') ?? document.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true }),
    );
  };
  const moveTo = (next: number) => {
    setAt(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    // Keys of an unfinished IME composition are not for the dialog.
    if (event.nativeEvent.isComposing || count === 0) return;
    if (event.key === 'ArrowDown') moveTo((at + 1) % count);
    else if (event.key === 'ArrowUp') moveTo((at + count - 1) % count);
    else if (event.key === 'Enter') document.getElementById(optionId(at))?.click();
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title}
      size="lg"
      fullScreen={onPhone}
      closeButtonProps={{ 'aria-label': texts.close }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="sm" mih="18rem">
        <TextInput
          data-autofocus
          label={texts.label}
          description={texts.hint}
          value={typed}
          {...limitsOf(searchLimits).q}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
          autoComplete="off"
          spellCheck={false}
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={count > 0}
          {...(count > 0 ? { 'aria-controls': list, 'aria-activedescendant': optionId(at) } : {})}
        />
        {failed ? <ProblemNotice error={error} retry={() => void refetch()} /> : <Status wanted={wanted} looking={!found} count={count} />}
        {count > 0 ? <ChoiceList id={list} optionId={optionId} groups={groups} at={at} onPoint={setAt} onChoose={choose} /> : null}
        {wanted === '' ? <About /> : null}
      </Stack>
    </Modal>
  );
}

/** The outcome of a search, announced when it changes. */
function Status({ wanted, looking, count }: { wanted: string; looking: boolean; count: number }) {
  const texts = useTexts(searchTexts);
  const told = wanted === '' ? '' : looking ? texts.looking : count > 0 ? texts.count(count) : texts.none(wanted);
  return (
    <>
      <Text role="status" size="sm" c="dimmed" mih="1.4em" style={{ overflowWrap: 'anywhere' }}>
        {told}
      </Text>
      {wanted !== '' && !looking && count === 0 ? <Text size="sm">{texts.noneMore}</Text> : null}
    </>
  );
}

/** What can be searched for, told before anything is typed. */
function About() {
  const texts = useTexts(searchTexts);
  return (
    <Stack gap={4}>
      <Text size="sm">{texts.about}</Text>
      <List size="sm">
        {Object.entries(texts.kinds).map(([kind, words]) => (
          <List.Item key={kind}>{words}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" visibleFrom="sm">
        {texts.keys}
      </Text>
    </Stack>
  );
}
