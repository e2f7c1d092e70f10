import { Bar } from '@parindex/design/charts/bar.tsx';
import './outline.css';
import { Checkbox, TextInput } from '@mantine/core';
import { isItemAssigned, isItemMine } from '@parindex/core/assignments/assigned-targets';
import { standingAt } from '@parindex/core/assignments/standing-at';
import { hasParts, type Item, itemsOf, itemsOfDomains } from '@parindex/core/scheme/types';
import { isClaim, isRefused } from '@parindex/core/scoring/claims';
import type { OwnPoints } from '@parindex/core/scoring/sheet-points';
import { keysOf } from '@parindex/core/text/abbreviations';
import { searchKey } from '@parindex/core/text/search-key';
import { inLanguage } from '@parindex/core/words/index';
import { partText, pointsOver } from '@parindex/core/words/points-text';
import { PART_STANDING_NAMES } from '@parindex/core/words/states';
import { ChevronDown, ChevronRight, Search } from 'lucide-react';
import { Fragment, memo, type ReactNode, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
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
  const standings = useTexts(PART_STANDING_NAMES);
  const narrows = onlyMine && shown.answer.enters === 'propose';
  const openThreads = useThreadCounts();
  const [wanted, setWanted] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const key = useDeferredValue(searchKey(wanted));
  const keys = keysOf(key);
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
        (key === '' || code.startsWith(wanted.trim()) || keys.some((one) => searchKey(inLanguage(title, language) ?? '').includes(one))),
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
  const ofOpen = domains.find(({ items }) => items.some(({ code }) => code === open))?.domain.code;
  const list = useInSight(open, ofOpen);
  const { isOpened, toggle } = useOpened(ofOpen);
  return (
    <nav className="outline" aria-label={texts.outline}>
      <div className="outline-head">
        <TextInput
          size="xs"
          aria-label={texts.filter}
          placeholder={texts.filterPlace}
          title={texts.filterHint}
          leftSection={<Search size={14} aria-hidden />}
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
          type="search"
        />
        <div className="outline-filters">
          <Checkbox size="xs" label={texts.onlyOpen} checked={onlyOpen} onChange={({ currentTarget }) => setOnlyOpen(currentTarget.checked)} />
          {shown.answer.enters === 'propose' ? (
            <Checkbox size="xs" label={texts.onlyMine} checked={onlyMine} onChange={({ currentTarget }) => setOnlyMine(currentTarget.checked)} />
          ) : null}
        </div>
        {shown.own.size < shown.answer.items.length ? <p className="outline-says">{texts.sumsWithout}</p> : null}
        {none ? (
          <p className="outline-says" role="status">
            {texts.noneFound}
          </p>
        ) : null}
      </div>
      <div className="outline-list" ref={list}>
        {domains
          .filter(({ matching }) => matching.length > 0)
          .map(({ domain, matching, marks, points }) => (
            <DomainPart
              key={domain.code}
              title={`${domain.code}. ${inLanguage(domain.title, language)}`}
              own={points?.own}
              isOpened={narrowed || isOpened(domain.code)}
              onToggle={() => toggle(domain.code)}
            >
              {domain.criteria.map((criterion) => {
                const found = itemsOf(criterion).filter((item) => matching.includes(item));
                return found.length === 0 ? null : (
                  <Fragment key={criterion.code}>
                    {hasParts(criterion) ? (
                      <CriterionLine
                        title={`${criterion.code} ${inLanguage(criterion.title, language)}`}
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
            </DomainPart>
          ))}
      </div>
    </nav>
  );
}

/** The domains that are open: that of the open item, and those that were opened by hand. */
function useOpened(ofOpen: string | undefined) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(ofOpen === undefined ? [] : [ofOpen]));
  const [last, setLast] = useState(ofOpen);
  if (last !== ofOpen) {
    setLast(ofOpen);
    if (ofOpen !== undefined) setOpened(new Set([...opened, ofOpen]));
  }
  const toggle = (code: string) => setOpened(new Set(opened.has(code) ? [...opened].filter((one) => one !== code) : [...opened, code]));
  return { isOpened: (code: string) => opened.has(code), toggle };
}

/** Room kept above and below the open item. */
const MARGIN = 60;

function bringInSight(list: HTMLElement): void {
  const line = list.querySelector('[aria-current="page"]');
  if (!line) return;
  const [frame, at] = [list.getBoundingClientRect(), line.getBoundingClientRect()];
  if (at.top < frame.top + MARGIN) list.scrollTop -= frame.top + MARGIN - at.top;
  else if (at.bottom > frame.bottom - MARGIN) list.scrollTop += at.bottom - frame.bottom + MARGIN;
}

/** The list scrolls by itself, so far that the open item is in sight. */
function useInSight(open: string | undefined, ofOpen: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The router puts a list back to where it was in the address before: what is wanted here comes after.
    const frame = requestAnimationFrame(() => list.current && bringInSight(list.current));
    return () => cancelAnimationFrame(frame);
  }, [open, ofOpen]);
  return list;
}

interface DomainPartProps {
  readonly title: string;
  readonly own: OwnPoints | undefined;
  readonly isOpened: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A domain with its points and how far it has come; its items open below it. */
function DomainPart({ title, own, isOpened, onToggle, children }: DomainPartProps) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  const id = useId();
  const asked = own?.asked ?? 0;
  const done = own ? own.answered - own.claims : 0;
  const Chevron = isOpened ? ChevronDown : ChevronRight;
  return (
    <section>
      <button type="button" className="outline-domain" aria-expanded={isOpened} aria-controls={id} title={title} onClick={onToggle}>
        <Chevron size={16} aria-hidden />
        <span className="outline-title">{title}</span>
        <span className="outline-progress">
          {own && asked > 0 ? (
            <>
              <Bar share={done / asked} {...(done === asked ? { as: 'good' as const } : {})} />
              <span className="figures">{partText(own, shown.rules.scheme, language)}</span>
            </>
          ) : (
            texts.others
          )}
        </span>
      </button>
      <div id={id}>{isOpened ? children : null}</div>
    </section>
  );
}

/** A criterion over its parts, with the points that the body scores itself in them. */
function CriterionLine({ title, own }: { title: string; own: OwnPoints | undefined }) {
  const { language } = useLanguage();
  const { shown } = useSheet();
  return (
    <div className="outline-criterion" title={own && own.asked > 0 ? `${title} (${partText(own, shown.rules.scheme, language)})` : title}>
      <span className="outline-title">{title}</span>
      {own && own.asked > 0 ? <span className="figures">{pointsOver(own, shown.rules.scheme, language)}</span> : null}
    </div>
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
    <button type="button" className="outline-item" aria-current={active ? 'page' : undefined} title={`${item.code} ${title}`} onClick={() => onOpen(item.code)}>
      <Mark kind={mark} />
      <span className="outline-title">
        {item.code} {title}
      </span>
      {standing === null ? null : <span className="outline-standing">{standing}</span>}
      <ThreadMark open={threads} />
      <span className="figures">{points}</span>
    </button>
  );
});
