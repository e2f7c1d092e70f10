import { Select } from '@mantine/core';
import { useTexts } from '../../kit/words/language.tsx';
import type { Survey } from './queries/survey.ts';
import { surveyTexts } from './texts/survey.ts';

/** No id of a body or group: that of citizens is “all”. */
export const ALL = '*';

/** Of which body and group something is shown, or of all. */
export interface ChosenPlace {
  readonly body: string;
  readonly group: string;
}

export const EVERYWHERE: ChosenPlace = { body: ALL, group: ALL };

/** As the server is asked for it. */
export const placeAsked = ({ body, group }: ChosenPlace) => ({ body: body === ALL ? undefined : body, group: group === ALL ? undefined : group });

interface PlaceSelectsProps {
  readonly survey: Survey;
  readonly chosen: ChosenPlace;
  readonly onChoose: (chosen: ChosenPlace) => void;
}

/** Narrows what is shown to a body and a group. */
export function PlaceSelects({ survey, chosen, onChoose }: PlaceSelectsProps) {
  const { body, group, allBodies, allGroups } = useTexts(surveyTexts).place;
  return (
    <>
      <Select
        label={body}
        searchable
        allowDeselect={false}
        data={[{ value: ALL, label: allBodies }, ...survey.bodies.map((of) => ({ value: of.body.id, label: of.body.name }))]}
        value={chosen.body}
        onChange={(value) => value !== null && onChoose({ ...chosen, body: value })}
      />
      <Select
        label={group}
        allowDeselect={false}
        data={[{ value: ALL, label: allGroups }, ...survey.groups.map(({ id, title }) => ({ value: id, label: title }))]}
        value={chosen.group}
        onChange={(value) => value !== null && onChoose({ ...chosen, group: value })}
      />
    </>
  );
}
