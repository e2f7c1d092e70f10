import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { CalendarPart } from '../../capabilities/rounds/calendar-part.tsx';
import { DocumentsPart } from '../../capabilities/rounds/documents-part.tsx';
import { ExclusionsPart } from '../../capabilities/rounds/exclusions-part.tsx';
import { ExtensionsPart } from '../../capabilities/rounds/extensions-part.tsx';
import { OwnersPart } from '../../capabilities/rounds/owners-part.tsx';
import { ParticipantsPart } from '../../capabilities/rounds/participants-part.tsx';
import { PAGE_PARTS, type PagePart, type PartProps } from '../../capabilities/rounds/parts.ts';
import { TakeoversPart } from '../../capabilities/rounds/takeovers-part.tsx';
import { roundTexts } from '../../capabilities/rounds/texts/rounds.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { GeneralPart } from './general-part.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round');

const PARTS: Readonly<Record<PagePart, (props: PartProps) => React.ReactNode>> = {
  general: GeneralPart,
  documents: DocumentsPart,
  calendar: CalendarPart,
  participants: ParticipantsPart,
  exclusions: ExclusionsPart,
  domainOwners: OwnersPart,
  extensions: ExtensionsPart,
  takeovers: TakeoversPart,
};

/** What a round is and how it runs, part by part; of a draft, all that there is of it. */
export function Settings({ round, mayChange }: Pick<PartProps, 'round' | 'mayChange'>) {
  const texts = useTexts(roundTexts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = PAGE_PARTS.find((part) => part === search.part) ?? PAGE_PARTS[0];
  const goTo = (part: PagePart) => void navigate({ search: { part }, replace: true });
  return (
    <Tabs value={open} onChange={(part) => part && goTo(part as PagePart)} keepMounted>
      <Tabs.List aria-label={texts.partsLabel} mb="md">
        {PAGE_PARTS.map((part) => (
          <Tabs.Tab key={part} value={part}>
            {texts.parts[part]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {PAGE_PARTS.map((part) => {
        const Part = PARTS[part];
        return (
          <Tabs.Panel key={part} value={part}>
            <Part round={round} mayChange={mayChange} goTo={goTo} />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
