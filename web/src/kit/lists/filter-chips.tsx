interface FilterChipsProps<T extends string> {
  /** What is filtered by, said by screen readers and before the chips. */
  readonly label: string;
  readonly chosen: T;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly count?: string }[];
  readonly onChoose: (value: T) => void;
}

/** A filter of which one choice holds, each with how many it would leave. */
export function FilterChips<T extends string>({ label, chosen, choices, onChoose }: FilterChipsProps<T>) {
  return (
    <fieldset className="chips">
      <legend>{label}</legend>
      {choices.map(({ value, label: name, count }) => (
        <button key={value} type="button" className="chip" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {name} {count === undefined ? null : <span className="chip-count">{count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
