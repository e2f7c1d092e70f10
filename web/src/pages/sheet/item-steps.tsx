import { ActionIcon, Button } from '@mantine/core';
import { hasParts, itemsOf } from '@parindex/core/scheme/types';
import { inLanguage } from '@parindex/core/words/index';
import { ChevronDown, ChevronUp, CircleDashed, List, type LucideIcon } from 'lucide-react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { SHEET_KEYS } from '../../capabilities/sheets/sheet-parts.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { ended } from '../../kit/acts/ended.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

interface ItemStepsProps {
  /** Whether there is an item before and after the open one. */
  readonly before: boolean;
  readonly after: boolean;
  readonly onStep: (by: number) => void;
  readonly onNextOpen: () => void;
  /** Opens the list of items, where it does not stand beside. */
  readonly onOutline: (() => void) | undefined;
}

/** From item to item, above the open one. */
export function ItemSteps({ place, before, after, onStep, onNextOpen, onOutline }: ItemStepsProps & { readonly place: string | undefined }) {
  const texts = useTexts(sheetTexts);
  const frame = useTexts(frameTexts);
  return (
    <nav className="item-steps screen-only" aria-label={frame.steps}>
      {place === undefined ? <span /> : <ItemPlace of={place} />}
      {onOutline ? (
        <Button size="compact-sm" variant="subtle" leftSection={<List size={16} aria-hidden />} onClick={onOutline}>
          {texts.openOutline}
        </Button>
      ) : null}
      <ActionIcon
        variant="subtle"
        aria-label={texts.previousItem}
        title={`${texts.previousItem} (${SHEET_KEYS.previous})`}
        {...ended(!before)}
        onClick={() => onStep(-1)}
      >
        <ChevronUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={texts.nextItem} title={`${texts.nextItem} (${SHEET_KEYS.next})`} {...ended(!after)} onClick={() => onStep(1)}>
        <ChevronDown size={18} aria-hidden />
      </ActionIcon>
      <Button size="compact-sm" variant="subtle" title={SHEET_KEYS.nextOpen} onClick={onNextOpen}>
        {texts.nextOpen}
      </Button>
    </nav>
  );
}

/** Domain and criterion of an item. */
function ItemPlace({ of: code }: { readonly of: string }) {
  const { language } = useLanguage();
  const { domains } = useSheet().shown.rules.scheme;
  const place = domains
    .flatMap((domain) => domain.criteria.map((criterion) => ({ domain, criterion })))
    .find(({ criterion }) => itemsOf(criterion).some((item) => item.code === code));
  if (!place) return <span />;
  const above = [place.domain, ...(hasParts(place.criterion) ? [place.criterion] : [])];
  const words = above.map(({ code, title }) => `${code}. ${inLanguage(title, language)}`).join(' › ');
  return (
    <span className="item-place" title={words}>
      {words}
    </span>
  );
}

interface StepProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly name: string;
  readonly isEnded?: boolean;
  readonly onPress: () => void;
}

const Step = ({ icon: Icon, label, name, isEnded = false, onPress }: StepProps) => (
  <button type="button" aria-label={name} {...ended(isEnded)} onClick={onPress}>
    <Icon size={20} aria-hidden />
    <span>{label}</span>
  </button>
);

/** The same where it is reached with a thumb, at the foot of a phone. */
export function ItemStepsBelow({ before, after, onStep, onNextOpen, onOutline }: ItemStepsProps) {
  const texts = useTexts(sheetTexts);
  const frame = useTexts(frameTexts);
  return (
    <nav className="item-steps-below screen-only" aria-label={frame.steps}>
      <Step icon={ChevronUp} label={frame.short.previous} name={texts.previousItem} isEnded={!before} onPress={() => before && onStep(-1)} />
      {onOutline ? <Step icon={List} label={frame.short.outline} name={texts.openOutline} onPress={onOutline} /> : null}
      <Step icon={CircleDashed} label={frame.short.open} name={texts.nextOpen} onPress={onNextOpen} />
      <Step icon={ChevronDown} label={frame.short.next} name={texts.nextItem} isEnded={!after} onPress={() => after && onStep(1)} />
    </nav>
  );
}
