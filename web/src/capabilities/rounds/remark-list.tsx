import { Button, Group, List, Text } from '@mantine/core';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { PagePart } from './parts.ts';
import type { Opening, Round } from './queries/rounds.ts';
import { roundTexts } from './texts/rounds.ts';

type Remark = Pick<Opening['remarks'][number], 'code' | 'text' | 'about'>;

/** Where to correct the subject of a remark; undefined if it is on this page. */
const PUT_RIGHT_IN: Readonly<Record<Remark['code'], PagePart | undefined>> = {
  noEdition: undefined,
  editionNotAdopted: undefined,
  editionWithdrawn: undefined,
  noParticipants: 'participants',
  unconfirmedParts: undefined,
  noSelfAssessment: 'calendar',
  selfAssessmentOver: 'calendar',
  blocksMissing: 'participants',
  typesMissing: 'participants',
  domainsWithoutOwner: 'domainOwners',
  itemsWithoutAppraiser: 'domainOwners',
  itemsOfSeveralAppraisers: 'domainOwners',
  appraisersAlone: 'domainOwners',
  appraisedItemsUnknown: 'domainOwners',
  domainsUnknown: 'domainOwners',
  excludedItemsUnknown: 'exclusions',
  stepsOver: 'calendar',
  appraisalBeforeClosing: 'calendar',
  stepsOutOfOrder: 'calendar',
  exclusionsWithoutDecision: 'exclusions',
  closingOnDayOff: 'calendar',
  bodiesNotInForce: 'participants',
  editionNotInForce: undefined,
};

const MOST_NAMED = 8;
/** A remark on the round itself needs no subject. */
const NAMES_ITSELF = new Set<Remark['code']>([
  'noEdition',
  'editionNotAdopted',
  'editionWithdrawn',
  'noParticipants',
  'noSelfAssessment',
  'selfAssessmentOver',
  'editionNotInForce',
]);

/** Remarks on a round, each with its subject and a link. */
export function RemarkList({ round, remarks, goTo }: { round: Round; remarks: readonly Remark[]; goTo: (part: PagePart) => void }) {
  const texts = useTexts(roundTexts);
  const steps = useTexts(STEP_NAMES);
  const { language } = useLanguage();
  const bodies: Readonly<Record<string, string>> = Object.fromEntries(round.participants.map(({ body, name }) => [body, name]));
  const names: Readonly<Record<string, string>> = {
    ...bodies,
    ...texts.copied.parts,
    ...steps,
  };
  const aboutOf = (about: readonly string[]) => {
    const named = about.slice(0, MOST_NAMED).map((id) => names[id] ?? id);
    const rest = about.length - named.length;
    const more = about.every((id) => id in bodies) ? texts.opening.moreBodies : texts.opening.more;
    return [...named, ...(rest > 0 ? [more(formatCount(rest, language))] : [])].join(', ');
  };
  return (
    <List spacing="xs">
      {remarks.map(({ code, text, about }) => {
        const place = PUT_RIGHT_IN[code];
        return (
          <List.Item key={code}>
            <Group gap="xs">
              <Text span>
                {text}{' '}
                {NAMES_ITSELF.has(code) ? null : (
                  <Text span size="sm" c="dimmed">
                    {texts.opening.about(aboutOf(about))}
                  </Text>
                )}
              </Text>
              {place ? (
                <Button size="compact-xs" variant="default" onClick={() => goTo(place)} aria-label={`${texts.opening.goTo}: ${texts.parts[place]}`}>
                  {texts.opening.goTo}
                </Button>
              ) : null}
            </Group>
          </List.Item>
        );
      })}
    </List>
  );
}
