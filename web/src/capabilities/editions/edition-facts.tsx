import { Anchor, Group } from '@mantine/core';
import { Facts } from '../../kit/page/facts.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount, formatDay, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useEditionWords } from './edition-words.ts';
import { decisionAddress } from './queries/adoption.ts';
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
          ...(edition.files.adoption === null
            ? []
            : [
                [
                  texts.facts.adoption,
                  <Anchor key="adoption" href={decisionAddress(edition.id, edition.files.adoption)}>
                    {texts.facts.toAdoption}
                  </Anchor>,
                ] as const,
              ]),
          ...(edition.signature === null ? [] : [[texts.facts.signature, texts.facts.signed(edition.signature.key)] as const]),
          ...(edition.withdrawn === null ? [] : [[texts.facts.withdrawn, <Withdrawal key="withdrawn" edition={edition} />] as const]),
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

/** When an edition was withdrawn, by which decision, and what holds in its place. */
function Withdrawal({ edition: { id, withdrawn, files } }: { edition: Edition }) {
  const texts = useTexts(editionTexts).facts;
  if (withdrawn === null || files.withdrawal === null) return null;
  const { at, decision, replacedBy } = withdrawn;
  return (
    <Group gap="xs">
      <span>
        {formatMoment(at)}, {texts.withdrawnBy(decision.number, formatDay(decision.date))}
        {replacedBy === null ? null : (
          <>
            , {texts.replacedBy}
            <Link to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: replacedBy }}>
              {replacedBy}
            </Link>
          </>
        )}
      </span>
      <Anchor href={decisionAddress(id, files.withdrawal)}>{texts.toWithdrawal}</Anchor>
    </Group>
  );
}
