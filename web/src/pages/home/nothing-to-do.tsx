import { Group, Text } from '@mantine/core';
import { useRights } from '../../client/rights.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { LinkButton } from '../../kit/page/link.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { nothingToDoTexts } from './texts/nothing-to-do.ts';

/** For people without work in any open round, with useful links. */
export function NothingToDo() {
  const texts = useTexts(nothingToDoTexts);
  const { may, mayAnywhere } = useRights();
  const [administers, audits] = [mayAnywhere('person.write'), may('audit.read', {})];
  return (
    <Empty title={texts.none}>
      <Text>{administers ? texts.noneAdministrator : audits ? texts.noneAuditor : texts.noneMore}</Text>
      <Group gap="xs">
        <LinkButton to="/lam-viec/ky-danh-gia" variant="default">
          {texts.toRounds}
        </LinkButton>
        {mayAnywhere('person.read') ? (
          <LinkButton to="/lam-viec/nguoi-dung" variant="default">
            {texts.toPeople}
          </LinkButton>
        ) : null}
        {audits ? (
          <LinkButton to="/lam-viec/nhat-ky" variant="default">
            {texts.toAudit}
          </LinkButton>
        ) : null}
      </Group>
    </Empty>
  );
}
