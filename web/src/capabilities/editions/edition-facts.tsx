import { Anchor, Group } from '@mantine/core';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useEditionWords } from './edition-words.ts';
import { ANNEX_FORMATS, type Edition, editionAnnexAddress, editionDocumentAddress } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

/** The edition's facts, and the decision that adopted it. */
export function EditionFacts({ edition }: { edition: Edition }) {
  const texts = useTexts(editionTexts);
  const { language } = useLanguage();
  const told = useEditionWords();
  return (
    <Section title={texts.facts.title}>
      <Facts
        facts={[
          [texts.state, texts.states[edition.state]],
          [texts.facts.status, edition.status === null ? '–' : texts.facts.statuses[edition.status]],
          [texts.decision, told.decision(edition)],
          [texts.effective, told.effective(edition)],
          [texts.facts.items, edition.items === null ? '–' : formatCount(edition.items, language)],
          [texts.facts.createdAt, formatMoment(edition.createdAt)],
          ...(edition.adoptedAt === null ? [] : [[texts.facts.adoptedAt, formatMoment(edition.adoptedAt)] as const]),
          ...(edition.hash === null ? [] : [[texts.facts.hash, edition.hash] as const]),
          [
            texts.facts.document,
            <Anchor key="document" href={editionDocumentAddress(edition.id)}>
              {texts.facts.toDocument}
            </Anchor>,
          ],
          [
            texts.facts.annex,
            <Group key="annex" gap="md">
              {ANNEX_FORMATS.map((format) => (
                <Anchor key={format} href={editionAnnexAddress(edition.id, format)} download>
                  {texts.facts.annexAs[format]}
                </Anchor>
              ))}
            </Group>,
          ],
        ]}
      />
    </Section>
  );
}
