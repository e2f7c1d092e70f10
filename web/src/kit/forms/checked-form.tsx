import { Anchor, List } from '@mantine/core';
import { texts } from '@parindex/core/words/texts';
import { type FormHTMLAttributes, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Arrival } from '../reading/arrival.tsx';
import { Notice } from '../reading/notice.tsx';
import { useTexts } from '../words/language.tsx';

const faultTexts = texts({
  title: { vi: (count: number) => `Còn ${count} chỗ phải nhập hoặc sửa`, en: (count: number) => `Still to fill in or mend: ${count}` },
  missing: { vi: (label: string) => `Chưa nhập “${label}”.`, en: (label: string) => `“${label}” is missing.` },
  email: { vi: 'Chưa đúng dạng địa chỉ thư điện tử.', en: 'This is no mail address.' },
  wrong: { vi: (label: string) => `“${label}” chưa đúng.`, en: (label: string) => `“${label}” is not right.` },
});

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (one: Element): one is Field => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement;
const isFaulty = (field: Field) => field.isConnected && !field.checkValidity();
const labelOf = (field: Field) => (field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? '').replace(/\s*\*\s*$/, '');

function useSaid() {
  const said = useTexts(faultTexts);
  return (field: Field): string => {
    const { validity } = field;
    if (validity.customError) return field.validationMessage;
    if (validity.valueMissing) return said.missing(labelOf(field));
    if (validity.typeMismatch && field.getAttribute('type') === 'email') return said.email;
    return field.title || said.wrong(labelOf(field));
  };
}

interface Told {
  readonly faulty: readonly Field[];
  /** Which time they are summed above; 0: they are not. */
  readonly summed: number;
}

const wrapperOf = (field: Field) => field.closest('.mantine-InputWrapper-root');

interface CheckedFormProps extends Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit' | 'noValidate'> {
  /** All fields are filled in, and rightly. */
  readonly onSubmit: () => void;
}

/**
 * A form whose fields say what is wrong in the page's language, where the browser would speak its own. One fault takes the focus
 * to its field; several are summed above, each with the way to its field.
 */
export function CheckedForm({ onSubmit, children, ...rest }: CheckedFormProps) {
  const { title } = useTexts(faultTexts);
  const said = useSaid();
  const [told, setTold] = useState<Told>({ faulty: [], summed: 0 });
  const look = () => {
    if (told.faulty.length === 0) return;
    // What is typed or chosen reaches the field after this event.
    setTimeout(() => setTold(({ faulty, summed }) => ({ faulty: faulty.filter(isFaulty), summed })));
  };
  return (
    <form
      {...rest}
      className={rest.className ?? 'checked-form'}
      noValidate
      onInput={(event) => {
        rest.onInput?.(event);
        look();
      }}
      onBlur={look}
      onSubmit={(event) => {
        event.preventDefault();
        const faulty = [...event.currentTarget.elements].filter(isField).filter(isFaulty);
        const [first] = faulty;
        const summed = faulty.length > 1 || (first !== undefined && wrapperOf(first) === null);
        setTold((before) => ({ faulty, summed: summed ? before.summed + 1 : 0 }));
        if (first && !summed) first.focus();
        if (!first) onSubmit();
      }}
    >
      {told.summed > 0 && told.faulty.length > 0 ? (
        <Arrival of={told.summed}>
          <Notice kind="fault" title={title(told.faulty.length)}>
            <List size="sm" spacing="xs">
              {told.faulty.map((field) => (
                <List.Item key={field.id}>
                  <Anchor
                    href={`#${field.id}`}
                    size="sm"
                    onClick={(event) => {
                      event.preventDefault();
                      field.focus();
                    }}
                  >
                    {said(field)}
                  </Anchor>
                </List.Item>
              ))}
            </List>
          </Notice>
        </Arrival>
      ) : null}
      {children}
      {told.faulty.map((field) => (field.validity.customError ? null : <FaultBeside key={field.id} field={field} said={said(field)} />))}
    </form>
  );
}

/** Beside the field; one that judges its text by itself says so by itself. */
function FaultBeside({ field, said }: { field: Field; said: string }) {
  const id = useId();
  const place = useRef(wrapperOf(field));
  useEffect(() => {
    const before = field.getAttribute('aria-describedby');
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', before === null ? id : `${before} ${id}`);
    return () => {
      field.removeAttribute('aria-invalid');
      if (before === null) field.removeAttribute('aria-describedby');
      else field.setAttribute('aria-describedby', before);
    };
  }, [field, id]);
  if (!place.current) return null;
  return createPortal(
    <p className="field-fault" id={id}>
      {said}
    </p>,
    place.current,
  );
}
