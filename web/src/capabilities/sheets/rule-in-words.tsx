import type { RuleWords } from '@parindex/core/words/rule-wording';
import { Check } from 'lucide-react';
import { useTexts } from '../../kit/words/language.tsx';
import { sheetTexts } from './texts/sheet.ts';

/** A rule in words, with the rows that hold marked. */
export function RuleInWords({ rule, holds = [] }: { readonly rule: RuleWords; readonly holds?: readonly number[] }) {
  const texts = useTexts(sheetTexts);
  return (
    <div className="rule">
      <p>{rule.intro}</p>
      {rule.rows.length === 0 ? null : (
        <table>
          <tbody>
            {rule.rows.map(({ what, points }, index) => {
              const reached = holds.includes(index);
              return (
                <tr key={what} aria-current={reached ? 'true' : undefined}>
                  <td>
                    {reached ? <Check size={16} aria-label={texts.bandHolds} /> : null}
                    {what}
                  </td>
                  <td className="figures">{points}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {rule.notes.map((note) => (
        <p key={note} className="rule-note">
          {note}
        </p>
      ))}
      {rule.cases.map(({ when, rule: own }) => (
        <div key={when} className="rule-case">
          <p>
            <strong>{when}</strong>
          </p>
          <RuleInWords rule={own} />
        </div>
      ))}
    </div>
  );
}
