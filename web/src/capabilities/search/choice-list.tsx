import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react';
import { useTexts } from '../../kit/words/language.tsx';
import type { Choice, ChoiceGroup } from './choices.ts';
import { searchTexts } from './texts/search.ts';

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

const PlaceLink = createLink((props: AnchorProps) => <a {...props} />);

interface ChoiceListProps {
  readonly id: string;
  readonly optionId: (index: number) => string;
  readonly groups: readonly ChoiceGroup[];
  /** The index that the arrow keys have reached. */
  readonly at: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: () => void;
}

/** Choices grouped by kind. A place is a link, so that it can be opened in another tab; the input keeps the focus. */
export function ChoiceList({ id, optionId, groups, at, onPoint, onChoose }: ChoiceListProps) {
  const texts = useTexts(searchTexts);
  let index = -1;
  return (
    <div id={id} role="listbox" aria-label={texts.results} className="choices">
      {groups.map(({ key, name, choices }) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox takes groups of options, and no fieldset
        <div key={key} role="group" aria-labelledby={`${id}-${key}`}>
          <div id={`${id}-${key}`} className="choices-name">
            {name}
          </div>
          {choices.map((choice) => {
            index += 1;
            const place = index;
            return <Option key={choice.key} choice={choice} id={optionId(place)} reached={place === at} onPoint={() => onPoint(place)} onChoose={onChoose} />;
          })}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly choice: Choice;
  readonly id: string;
  readonly reached: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ choice: { label, more, to }, id, reached, onPoint, onChoose }: OptionProps) {
  const option = {
    id,
    role: 'option',
    'aria-selected': reached,
    tabIndex: -1,
    className: 'choice',
    onMouseMove: onPoint,
    // Opening another tab leaves this one unchanged.
    onClick: ({ ctrlKey, metaKey, shiftKey }: MouseEvent) => {
      if (!ctrlKey && !metaKey && !shiftKey) onChoose();
    },
  };
  const words = (
    <>
      <span className="choice-label">{label}</span>
      {more === '' ? null : <span className="choice-more">{more}</span>}
    </>
  );
  if ('act' in to) {
    const { act } = to;
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
      <div
        {...option}
        role="option"
        tabIndex={-1}
        data-act
        onClick={() => {
          onChoose();
          // Once the dialog has given the focus back.
          setTimeout(act);
        }}
      >
        {words}
      </div>
    );
  }
  return 'page' in to ? (
    <a {...option} href={to.page} target="_blank" rel="noreferrer">
      {words}
    </a>
  ) : (
    <PlaceLink {...to} {...option} preload={false}>
      {words}
    </PlaceLink>
  );
}
