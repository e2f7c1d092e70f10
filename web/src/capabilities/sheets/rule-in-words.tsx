import type { RuleWords } from '@parindex/core/words/rule-wording';
import { Check } from 'lucide-react';
import { useTexts } from '../../kit/language.tsx';
import { sheetTexts } from './texts/sheet.ts';

/** A rule in words, with the band that holds marked. */
export function RuleInWords({ rule, band }: { rule: RuleWords; band: number | string | null }) {
  const texts = useTexts(sheetTexts);
  return (
    <div className="rule">
      <p>{rule.intro}</p>
      {rule.rows.length === 0 ? null : (
        <table>
          <tbody>
            {rule.rows.map(({ what, points }, index) => {
              const holds = index === band || (band === 'otherwise' && index === rule.rows.length - 1);
              return (
                <tr key={what} aria-current={holds ? 'true' : undefined}>
                  <td>
                    {holds ? <Check size={16} aria-label={texts.bandHolds} /> : null}
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
          <RuleInWords rule={own} band={null} />
        </div>
      ))}
    </div>
  );
}
