import { Code, Stack, Text } from '@mantine/core';
import { Facts } from '../../kit/page/facts.tsx';
import { Link } from '../../kit/page/link.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { AuditContent } from './audit-content.tsx';
import type { AuditRow } from './queries/audit.ts';
import { auditTexts } from './texts/audit.ts';

/** The full content of a row; folded, as most readers need only the summary. */
export function AuditDetails({ row }: { row: AuditRow }) {
  const texts = useTexts(auditTexts);
  const { n, actor, round, subject, content, erasable, erasedBy, hash } = row;
  return (
    <details>
      <summary aria-label={texts.show(n)} className="figures">
        {n}
      </summary>
      <Stack gap="xs" py="xs" miw="18rem" maw="32rem">
        <Text size="sm" fw={600}>
          {texts.content}
        </Text>
        <AuditContent content={content} round={round} />
        {erasable === null ? null : (
          <>
            <Text size="sm" fw={600}>
              {texts.erasable}
            </Text>
            <AuditContent content={erasable} round={round} />
          </>
        )}
        {erasedBy === null ? null : <Text size="sm">{texts.erased(erasedBy)}</Text>}
        <Facts
          cols={1}
          facts={[
            [
              texts.hash,
              <Code key="hash" block style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-all' }}>
                {hash}
              </Code>,
            ],
          ]}
        />
        <Link size="sm" to="/lam-viec/nhat-ky" search={{ subject }}>
          {texts.onlySubject}
        </Link>
        {actor ? (
          <Link size="sm" to="/lam-viec/nhat-ky" search={{ actor: actor.id }}>
            {texts.onlyActor}
          </Link>
        ) : null}
      </Stack>
    </details>
  );
}
