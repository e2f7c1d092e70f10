import { Button } from '@mantine/core';
import { Table } from '../../../kit/lists/table.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { useNow } from '../../../kit/words/now.ts';
import { expiryText } from '../expiry-text.ts';
import type { OwnToken } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';

export function TokensTable({ tokens, onRevoke }: { tokens: readonly OwnToken[]; onRevoke: (token: OwnToken) => void }) {
  const texts = useTexts(accountTexts).tokens;
  const { language } = useLanguage();
  const now = useNow();
  const ended = ({ revokedAt, expiresAt }: OwnToken) => revokedAt !== null || new Date(expiresAt) <= now;
  const state = (token: OwnToken) => (token.revokedAt !== null ? texts.revokedAt(formatMoment(token.revokedAt)) : ended(token) ? texts.expired : texts.inForce);
  return (
    <Table
      caption={texts.title}
      keyOf={({ id }) => id}
      rows={tokens}
      columns={[
        { key: 'name', title: texts.name, least: '9rem', names: true, cell: ({ name }) => name },
        { key: 'scopes', title: texts.scopes, cell: ({ scopes }) => scopes.map((scope) => texts.scopeNames[scope]).join(', ') },
        { key: 'expires', title: texts.expiresAt, least: '9rem', cell: ({ expiresAt }) => expiryText(expiresAt, language) },
        { key: 'used', title: texts.usedAt, least: '9rem', cell: ({ usedAt }) => (usedAt === null ? texts.never : formatMoment(usedAt)) },
        { key: 'state', title: texts.state, cell: state },
        {
          key: 'revoke',
          title: <span className="unseen">{texts.actions}</span>,
          cell: (token) =>
            ended(token) ? null : (
              <Button size="compact-sm" variant="default" onClick={() => onRevoke(token)} aria-label={texts.revokeOne(token.name)}>
                {texts.revoke}
              </Button>
            ),
        },
      ]}
    />
  );
}
