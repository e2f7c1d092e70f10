import type { RuleWords } from '@parindex/core';

/** A rule in words, with its table of points and the cases of a branch. */
export function RuleText({ rule }: { rule: RuleWords }) {
  return (
    <div className="rule">
      <p>{rule.intro}</p>
      {rule.rows.length > 0 && (
        <ul className="rule-rows">
          {rule.rows.map((row, index) => (
            <li key={index}>
              <span>{row.what}</span>
              {row.points !== '' && <span className="rule-points">{row.points}</span>}
            </li>
          ))}
        </ul>
      )}
      {rule.cases.map((entry) => (
        <div key={entry.when} className="rule-case">
          <p>
            <strong>{entry.when}</strong>
          </p>
          <RuleText rule={entry.rule} />
        </div>
      ))}
      {rule.notes.map((note) => (
        <p key={note} className="rule-note">
          {note}
        </p>
      ))}
    </div>
  );
}
