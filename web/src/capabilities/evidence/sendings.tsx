import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import type { SheetKey } from '../../client/sheet.ts';
import { type FileUpload, isUnfinished } from '../../device/uploads/file-upload.ts';
import { useSendings, useUploads } from '../../device/uploads/use-uploads.ts';
import { Link } from '../../kit/page/link.tsx';
import { formatBytes } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { uploadTexts } from './texts/uploads.ts';

/** Files being uploaded from this window into a library, or into one document. */
export function Sendings({ library, versionOf }: { library: SheetKey; versionOf?: string }) {
  const texts = useTexts(uploadTexts);
  const uploads = useUploads();
  const sendings = useSendings(library).filter(({ isVersion, document }) => versionOf === undefined || (isVersion && document === versionOf));
  if (sendings.length === 0) return null;
  const kept = sendings.filter(({ state }) => state === 'kept');
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {sendings.some(({ state }) => isUnfinished({ state }) || state === 'checking') ? texts.sendings : texts.sendingsDone}
      </Title>
      {sendings.some(isUnfinished) ? <Text size="sm">{texts.stay}</Text> : null}
      {sendings.map((sending) => (
        <SendingRow key={sending.key} sending={sending} />
      ))}
      {kept.length > 1 ? (
        <Button size="compact-sm" variant="default" w="fit-content" onClick={() => kept.map(({ key }) => uploads.forget(key))}>
          {texts.forgetAll}
        </Button>
      ) : null}
    </Stack>
  );
}

function SendingRow({ sending }: { sending: FileUpload }) {
  const texts = useTexts(uploadTexts);
  const { language } = useLanguage();
  const uploads = useUploads();
  const { key, name, bytes, sent, state, cut, round, body, keptIn, document, why } = sending;
  const percent = Math.floor((100 * sent) / Math.max(1, bytes));
  const act = (label: string, onClick: () => void) => (
    <Button size="compact-sm" variant="default" onClick={onClick} aria-label={`${label}: ${name}`}>
      {label}
    </Button>
  );
  return (
    <div className="card" data-sending={state}>
      <Stack gap={6}>
        <Group justify="space-between" gap="xs" align="flex-start">
          <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <Text size="sm" role="status" {...(state === 'refused' || state === 'failed' ? { c: 'var(--mantine-color-error)' } : {})}>
            {texts.state[state]}
          </Text>
        </Group>
        {isUnfinished(sending) ? (
          <>
            <Progress value={percent} aria-label={texts.progress(name)} />
            <Text size="sm" c="dimmed" className="figures">
              {texts.sent(formatBytes(sent, language), formatBytes(bytes, language), `${percent}%`)}
            </Text>
          </>
        ) : null}
        {cut ? <Text size="sm">{texts.cut}</Text> : null}
        {state === 'kept' && keptIn !== document ? <Text size="sm">{texts.keptBefore}</Text> : null}
        {state === 'refused' && why !== null ? <Text size="sm">{why}</Text> : null}
        {state === 'failed' ? <Text size="sm">{`${texts.failedMore} (${why})`}</Text> : null}
        <Group gap="xs">
          {state === 'waiting' || state === 'sending' ? act(texts.pause, () => uploads.pause(key)) : null}
          {state === 'paused' ? act(texts.goOn, () => uploads.goOn(key)) : null}
          {isUnfinished(sending) ? act(texts.cancel, () => uploads.cancel(key)) : null}
          {state === 'kept' && keptIn !== null ? (
            <Link
              size="sm"
              to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document"
              params={{ round, body, document: keptIn }}
              aria-label={`${texts.toDocument}: ${name}`}
            >
              {texts.toDocument}
            </Link>
          ) : null}
          {state === 'kept' || state === 'refused' || state === 'failed' ? act(texts.forget, () => uploads.forget(key)) : null}
        </Group>
      </Stack>
    </div>
  );
}
