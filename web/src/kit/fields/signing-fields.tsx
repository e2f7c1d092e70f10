import { Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { BodyKind } from '@parindex/core/bodies/types';
import { reportForm } from '@parindex/core/contracts/schemas/sendings';
import { type ReportForm, recipientsIn, recipientsOf, SIGNED_AS, signatureLines, usualPositions } from '@parindex/core/submissions/report-form';
import { texts } from '@parindex/core/words/texts';
import { limitsOf } from '../../client/limits.ts';
import { useForm } from '../forms/use-form.ts';
import { useTexts } from '../words/language.tsx';

const signingTexts = texts({
  signedAs: { vi: 'Người ký', en: 'Who signs' },
  as: {
    head: { vi: 'Người đứng đầu ký', en: 'The head' },
    deputy: { vi: 'Cấp phó ký thay (KT.)', en: 'A deputy (KT.)' },
    byOrder: { vi: 'Ký thừa lệnh (TL.)', en: 'By order (TL.)' },
    byDelegation: { vi: 'Ký thừa ủy quyền (TUQ.)', en: 'By delegation (TUQ.)' },
  },
  head: { vi: 'Chức vụ của người đứng đầu', en: 'Position of the head' },
  position: { vi: 'Chức vụ của người ký', en: 'Position of whoever signs' },
  signer: { vi: 'Họ và tên người ký', en: 'Name of whoever signs' },
  place: { vi: 'Địa danh', en: 'Place' },
  placeHint: { vi: 'Đứng trước ngày, tháng, năm ban hành', en: 'Stands before the date' },
  unit: { vi: 'Đơn vị soạn thảo (viết tắt)', en: 'Unit that drafts it, in short' },
  unitHint: { vi: 'Ghi sau “Lưu: VT”, ví dụ: SNV', en: 'After “Lưu: VT”, as SNV' },
  recipients: { vi: 'Nơi nhận khác', en: 'Others who get it' },
  recipientsHint: { vi: 'Mỗi nơi nhận một dòng; “Như trên” và “Lưu” được ghi sẵn', en: 'One a line; “Như trên” and “Lưu” are there already' },
});

/** Who signs a document and who gets it, as it is typed. */
export function useSigning({ recipients, ...chosen }: ReportForm) {
  const form = useForm({ ...chosen, others: recipients.join('\n') }, limitsOf(reportForm));
  const { others, ...values } = form.values;
  const typed = { ...values, recipients: recipientsIn(others) };
  return { form, typed };
}

interface SigningFieldsProps {
  readonly kind: BodyKind;
  readonly signing: ReturnType<typeof useSigning>;
  /** Before the lines as the document will have them. */
  readonly shown: string;
}

export function SigningFields({ kind, signing: { form, typed }, shown }: SigningFieldsProps) {
  const texts = useTexts(signingTexts);
  const usual = usualPositions(kind, typed.signedAs);
  const { authority, positions } = signatureLines(kind, typed);
  return (
    <>
      <Select
        label={texts.signedAs}
        data={SIGNED_AS.map((value) => ({ value, label: texts.as[value] }))}
        allowDeselect={false}
        value={typed.signedAs}
        onChange={(value) => form.put({ signedAs: SIGNED_AS.find((one) => one === value) ?? 'head' })}
      />
      <Group grow align="flex-start">
        <TextInput label={texts.head} placeholder={usual.head} {...form.text('head')} />
        {typed.signedAs === 'head' ? null : <TextInput label={texts.position} placeholder={usual.position} {...form.text('position')} />}
      </Group>
      <TextInput label={texts.signer} {...form.text('signer')} />
      <Group grow align="flex-start">
        <TextInput label={texts.place} description={texts.placeHint} {...form.text('place')} />
        <TextInput label={texts.unit} description={texts.unitHint} {...form.text('unit')} />
      </Group>
      <Textarea label={texts.recipients} description={texts.recipientsHint} rows={2} {...form.text('others')} />
      <Stack gap={2}>
        <Text size="sm" c="dimmed">
          {shown}:
        </Text>
        <Text size="sm" fw={700}>
          {[authority, ...positions]
            .filter((line) => line !== null)
            .map((line) => line.toLocaleUpperCase('vi'))
            .join(' / ')}
        </Text>
        <Text size="sm">{recipientsOf(typed).join('; ')}</Text>
      </Stack>
    </>
  );
}
