import { Button, Group, Select, Text, Textarea } from '@mantine/core';
import { MOST_COMMENT_CHARACTERS, MOST_MENTIONS } from '@parindex/core/contracts/limits';
import { searchKey } from '@parindex/core/text/search-key';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery } from '../../../client/session.ts';
import { useRequestId } from '../../../kit/acts/request-id.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { InlineForm } from '../../../kit/forms/inline-form.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { useSheet } from '../../sheets/sheet-at-work.tsx';
import { type NewComment, type Thread, type ThreadKind, threadPeopleQuery, threadsChanged } from '../queries/comments.ts';
import { commentTexts } from '../texts/comments.ts';

interface CommentFormProps {
  readonly title: string;
  readonly of: string;
  readonly kind: ThreadKind;
  readonly send: (comment: NewComment) => Promise<Thread>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Writes a comment, mentioning people by name. */
export function CommentForm({ title, of, kind, send, onDone, onCancel }: CommentFormProps) {
  const texts = useTexts(commentTexts);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const [mentions, setMentions] = useState<readonly string[]>([]);
  const [empty, setEmpty] = useState(false);
  const { sheet } = useSheet();
  const idOf = useRequestId();
  const act = useAct(send, { refresh: (client) => threadsChanged(client, sheet), onDone });
  const submit = () => {
    setEmpty(text.trim() === '');
    if (text.trim() === '') return;
    act.mutate({ id: idOf(text, mentions), text, mentions: [...mentions] });
  };
  return (
    <InlineForm title={title} of={of} submit={texts.send} act={act} onSubmit={submit} onCancel={onCancel}>
      <Text size="sm" fw={600}>
        {kind === 'internal' ? texts.onlyInside : texts.bothSides}
      </Text>
      <Textarea
        label={texts.text}
        description={texts.textMore(formatCount(MOST_COMMENT_CHARACTERS, language))}
        required
        error={empty && text.trim() === '' ? texts.empty : undefined}
        maxLength={MOST_COMMENT_CHARACTERS}
        rows={3}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Mentions kind={kind} chosen={mentions} onChange={setMentions} />
    </InlineForm>
  );
}

interface MentionsProps {
  readonly kind: ThreadKind;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Mentions({ kind, chosen, onChange }: MentionsProps) {
  const texts = useTexts(commentTexts);
  const { sheet } = useSheet();
  const me = useQuery(sessionQuery).data?.person.id;
  const { data } = useQuery(threadPeopleQuery(sheet, kind));
  const people = data?.items ?? [];
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '';
  return (
    <>
      <Select
        label={texts.mention}
        description={texts.mentionMore}
        searchable
        value={null}
        disabled={chosen.length >= MOST_MENTIONS}
        nothingFoundMessage={texts.noneFound}
        data={people.filter(({ id }) => id !== me && !chosen.includes(id)).map(({ id, name, office }) => ({ value: id, label: `${name}, ${office.name}` }))}
        filter={({ options, search }) => options.filter((option) => 'label' in option && searchKey(option.label).includes(searchKey(search)))}
        onChange={(id) => id !== null && onChange([...chosen, id])}
        maw="32rem"
      />
      {chosen.length === 0 ? null : (
        <Group gap="xs">
          {chosen.map((id) => (
            <Button
              key={id}
              size="compact-sm"
              variant="default"
              aria-label={texts.dropMention(nameOf(id))}
              onClick={() => onChange(chosen.filter((one) => one !== id))}
            >
              {nameOf(id)} ×
            </Button>
          ))}
        </Group>
      )}
    </>
  );
}
