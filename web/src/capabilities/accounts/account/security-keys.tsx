import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { canUseKeys, type OwnSecurityKey, removeSecurityKey, securityKeysQuery } from '../../../client/security-key.ts';
import { type Enrolled, sessionQuery } from '../../../client/session.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { Table } from '../../../kit/lists/table.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { accountChanged } from '../queries/account.ts';
import { keyTexts } from '../texts/security-keys.ts';
import { SecurityKeyDialog } from './security-key-dialog.tsx';

/** The user's security keys and passkeys: added and removed here. */
export function SecurityKeys({ onAdded }: { onAdded: (enrolled: Enrolled) => Promise<void> }) {
  const texts = useTexts(keyTexts);
  const query = useQuery(securityKeysQuery);
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<OwnSecurityKey>();
  const [done, setDone] = useState<string>();
  const remove = useAct((key: OwnSecurityKey) => removeSecurityKey(key.id), {
    refresh: async () => {
      await accountChanged(client);
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
    onDone: () => {
      setLeaving(undefined);
      setDone(texts.removed);
    },
  });
  const added = async (enrolled: Enrolled) => {
    setAdding(false);
    setDone(texts.added);
    await onAdded(enrolled);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Title order={3} size="h4">
        {texts.title}
      </Title>
      <Text size="sm">{texts.lead}</Text>
      <Outcome done={done} />
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Text size="sm">{texts.none}</Text> : <KeysTable items={items} onRemove={setLeaving} />)}
      </Loaded>
      {canUseKeys() ? (
        <Button variant="default" onClick={() => setAdding(true)}>
          {texts.add}
        </Button>
      ) : (
        <Text size="sm">{texts.cannot}</Text>
      )}
      {adding ? <SecurityKeyDialog onDone={(enrolled) => void added(enrolled)} onClose={() => setAdding(false)} /> : null}
      {leaving ? (
        <FormDialog
          title={texts.removeOne(leaving.name)}
          submit={texts.remove}
          danger
          act={remove}
          onSubmit={() => remove.mutate(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <Text size="sm">{texts.removeMore}</Text>
        </FormDialog>
      ) : null}
    </Stack>
  );
}

function KeysTable({ items, onRemove }: { items: readonly OwnSecurityKey[]; onRemove: (key: OwnSecurityKey) => void }) {
  const texts = useTexts(keyTexts);
  return (
    <Table
      caption={texts.title}
      keyOf={({ id }) => id}
      rows={items}
      columns={[
        { key: 'name', title: texts.name, least: '9rem', names: true, cell: ({ name }) => name },
        { key: 'made', title: texts.madeAt, least: '9rem', cell: ({ madeAt }) => formatMoment(madeAt) },
        { key: 'used', title: texts.usedAt, least: '9rem', cell: ({ usedAt }) => (usedAt === null ? texts.never : formatMoment(usedAt)) },
        {
          key: 'remove',
          title: <span className="unseen">{texts.actions}</span>,
          cell: (key) => (
            <Button size="compact-sm" variant="default" onClick={() => onRemove(key)} aria-label={texts.removeOne(key.name)}>
              {texts.remove}
            </Button>
          ),
        },
      ]}
    />
  );
}
