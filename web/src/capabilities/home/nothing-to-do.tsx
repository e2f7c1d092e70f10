import { Group, Text } from '@mantine/core';
import { Empty } from '../../kit/empty.tsx';
import { useTexts } from '../../kit/language.tsx';
import { LinkButton } from '../../kit/link.tsx';
import { nothingToDoTexts } from './texts/nothing-to-do.ts';

/** Said to whom no open round asks anything of, with where they may go. */
export function NothingToDo({ roles }: { roles: readonly string[] }) {
  const texts = useTexts(nothingToDoTexts);
  const administers = roles.includes('administrator');
  const audits = roles.includes('auditor');
  return (
    <Empty title={texts.none}>
      <Text>{administers ? texts.noneAdministrator : audits ? texts.noneAuditor : texts.noneMore}</Text>
      <Group gap="xs">
        <LinkButton to="/lam-viec/ky-danh-gia" variant="default">
          {texts.toRounds}
        </LinkButton>
        {administers || audits ? (
          <LinkButton to="/lam-viec/nguoi-dung" variant="default">
            {texts.toPeople}
          </LinkButton>
        ) : null}
        {administers || audits ? (
          <LinkButton to="/lam-viec/nhat-ky" variant="default">
            {texts.toAudit}
          </LinkButton>
        ) : null}
      </Group>
    </Empty>
  );
}
