import { Checkbox, Group, NavLink, Stack, Text, TextInput } from '@mantine/core';
import { isItemAssigned, isItemMine } from '@parindex/core/assignments/assigned-targets';
import { standingAt } from '@parindex/core/assignments/standing-at';
import { hasParts, type Item, itemsOf, itemsOfDomains } from '@parindex/core/scheme/types';
import { isClaim, isRefused } from '@parindex/core/scoring/claims';
import type { OwnPoints } from '@parindex/core/scoring/sheet-points';
import { searchKey } from '@parindex/core/text/search-key';
import { inLanguage } from '@parindex/core/words/index';
import { partText, pointsOver } from '@parindex/core/words/points-text';
import { Fragment, memo, useDeferredValue, useState } from 'react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { partTexts } from '../../capabilities/sheets/texts/parts.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Mark, type MarkKind } from './mark.tsx';
import { ThreadMark } from './thread-mark.tsx';
import { useThreadCounts } from './use-thread-counts.ts';

interface OutlineProps {
  readonly open: string | undefined;
  readonly onOpen: (code: string) => void;
}

/** All items by domain with their progress: the navigation of the sheet. */
export function Outline({ open, onOpen }: OutlineProps) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown, pending, onlyMine, setOnlyMine } = useSheet();
  const standings = useTexts(partTexts).standing;
  const narrows = onlyMine && shown.answer.enters === 'propose';
  const openThreads = useThreadCounts();
  const [wanted, setWanted] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const key = useDeferredValue(searchKey(wanted));
  const stuck = new Set(
    pending.filter(({ standing }) => standing !== 'waiting').flatMap(({ target }) => (target.kind === 'item' ? [target.id] : usersOf(target.id))),
  );
  function usersOf(figure: string): string[] {
    return [...shown.rules.forms.values()]
      .filter(({ fields }) => fields.some(({ target }) => target.kind === 'figure' && target.id === figure))
      .map(({ item }) => item);
  }
  const markOf = (code: string): MarkKind => {
    const { result, fault } = shown.score(code);
    if (stuck.has(code)) return 'attention';
    if (fault || isRefused(result)) return 'attention';
    if (isClaim(result)) return 'claimed';
    if (result.state === 'notAnswered') return shown.own.has(code) ? 'open' : 'none';
    return result.state === 'scored' ? 'done' : 'none';
  };
  const domains = shown.rules.scheme.domains.map((domain) => {
    const items = itemsOfDomains([domain]);
    const marks = new Map(items.map(({ code }) => [code, markOf(code)]));
    const matching = items.filter(
      ({ code, title }) =>
        (!narrows || isItemMine(shown.partsAt(code))) &&
        (!onlyOpen || marks.get(code) === 'open' || marks.get(code) === 'attention') &&
        (key === '' || code.startsWith(wanted.trim()) || searchKey(inLanguage(title, language) ?? '').includes(key)),
    );
    return { domain, items, matching, marks, points: shown.points.domains.find(({ code }) => code === domain.code) };
  });
  const narrowed = key !== '' || onlyOpen || narrows;
  const standingOf = (code: string): string | null => {
    const parts = shown.partsAt(code);
    return !isItemAssigned(parts) ? null : standings[standingAt(parts) ?? 'none'];
  };
  const pointsOf = (code: string): string => {
    const { result } = shown.score(code);
    const points = result.state === 'scored' && !shown.isSealed(code) ? result.points : null;
    return pointsOver({ points, maximum: result.maximum }, shown.rules.scheme, language);
  };
  const none = domains.every(({ matching }) => matching.length === 0);
  return (
    <Stack gap="xs" component="nav" aria-label={texts.outline}>
      <TextInput
        size="xs"
        label={texts.filter}
        placeholder={texts.filterHint}
        value={wanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        type="search"
      />
      <Checkbox size="xs" label={texts.onlyOpen} checked={onlyOpen} onChange={({ currentTarget }) => setOnlyOpen(currentTarget.checked)} />
      {shown.answer.enters === 'propose' ? (
        <Checkbox size="xs" label={texts.onlyMine} checked={onlyMine} onChange={({ currentTarget }) => setOnlyMine(currentTarget.checked)} />
      ) : null}
      {none ? (
        <Text size="sm" c="dimmed" role="status">
          {texts.noneFound}
        </Text>
      ) : null}
      <div>
        {domains
          .filter(({ matching }) => matching.length > 0)
          .map(({ domain, items, matching, marks, points }) => (
            <NavLink
              key={domain.code}
              label={`${domain.code}. ${inLanguage(domain.title, language)}`}
              description={points && points.own.asked > 0 ? partText(points.own, shown.rules.scheme, language) : texts.others}
              {...(narrowed ? { opened: true } : { defaultOpened: items.some(({ code }) => code === open) })}
              childrenOffset="xs"
              py={6}
              disableRightSectionRotation
              component="button"
            >
              {domain.criteria.map((criterion) => {
                const found = itemsOf(criterion).filter((item) => matching.includes(item));
                return found.length === 0 ? null : (
                  <Fragment key={criterion.code}>
                    {hasParts(criterion) ? (
                      <CriterionLine
                        title={`${criterion.code}. ${inLanguage(criterion.title, language)}`}
                        own={points?.criteria.find(({ code }) => code === criterion.code)?.own}
                      />
                    ) : null}
                    {found.map((item) => (
                      <OutlineItem
                        key={item.code}
                        item={item}
                        title={inLanguage(item.title, language) ?? ''}
                        mark={marks.get(item.code) ?? 'open'}
                        points={pointsOf(item.code)}
                        threads={openThreads(item.code)}
                        standing={standingOf(item.code)}
                        active={item.code === open}
                        onOpen={onOpen}
                      />
                    ))}
                  </Fragment>
                );
              })}
            </NavLink>
          ))}
      </div>
    </Stack>
  );
}

/** A criterion over its parts, with the points that the body scores itself in them. */
function CriterionLine({ title, own }: { title: string; own: OwnPoints | undefined }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  return (
    <Stack gap={0} px="sm" py={4}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="xs" c="dimmed">
        {own === undefined || own.asked === 0 ? texts.others : partText(own, shown.rules.scheme, language)}
      </Text>
    </Stack>
  );
}

interface OutlineItemProps {
  readonly item: Item;
  readonly title: string;
  readonly mark: MarkKind;
  readonly points: string;
  /** Open threads of comments at the item. */
  readonly threads: number;
  /** The state of the assigned part; null if it is not assigned. */
  readonly standing: string | null;
  readonly active: boolean;
  readonly onOpen: (code: string) => void;
}

const OutlineItem = memo(function OutlineItem({ item, title, mark, points, threads, standing, active, onOpen }: OutlineItemProps) {
  return (
    <NavLink
      component="button"
      py={4}
      active={active}
      aria-current={active ? 'page' : undefined}
      leftSection={<Mark kind={mark} />}
      label={`${item.code} ${title}`}
      {...(standing === null ? {} : { description: standing })}
      rightSection={
        <Group gap={4} wrap="nowrap">
          <ThreadMark open={threads} />
          <Text size="xs" className="figures">
            {points}
          </Text>
        </Group>
      }
      onClick={() => onOpen(item.code)}
    />
  );
});
