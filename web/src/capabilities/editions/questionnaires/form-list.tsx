import { SCHEME_STATUS_NAMES } from '@parindex/core/words/states';
import { Table } from '../../../kit/lists/table.tsx';
import { Link } from '../../../kit/page/link.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import type { QuestionnaireRow } from '../queries/questionnaires.ts';
import { questionnairesTexts } from '../texts/questionnaires.ts';

interface FormListProps {
  readonly edition: string;
  readonly forms: readonly QuestionnaireRow[];
  /** The group whose form is open below. */
  readonly shown: string | undefined;
}

/** The codes of the items that a form feeds, each once, in the order of its questions. */
const codesOf = ({ ties }: QuestionnaireRow): string => [...new Set(ties.flatMap(({ items }) => items.map(({ code }) => code)))].join(', ');

/** Whom the forms ask, how much, and what for. */
export function FormList({ edition, forms, shown }: FormListProps) {
  const texts = useTexts(questionnairesTexts);
  const statuses = useTexts(SCHEME_STATUS_NAMES);
  const { language } = useLanguage();
  return (
    <Table
      caption={texts.caption}
      rows={forms}
      keyOf={({ group }) => group}
      columns={[
        {
          key: 'group',
          title: texts.group,
          names: true,
          least: '12rem',
          cell: ({ group, groupTitle }) => (
            <Link
              to="/lam-viec/bo-tieu-chi/$edition/phieu-dieu-tra"
              params={{ edition }}
              search={{ group }}
              resetScroll={false}
              aria-current={group === shown ? 'true' : undefined}
            >
              {groupTitle}
            </Link>
          ),
        },
        { key: 'form', title: texts.form, least: '18rem', cell: ({ title }) => title },
        { key: 'status', title: texts.status, cell: ({ status }) => statuses[status] },
        { key: 'questions', title: texts.questions, align: 'right', cell: ({ questions }) => formatCount(questions, language) },
        { key: 'items', title: texts.items, cell: (form) => codesOf(form) || texts.noItems },
      ]}
    />
  );
}
