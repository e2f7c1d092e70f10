import { displayDecimal, inLanguage, type Language } from '@parindex/core';
import type { Effect, EffectOnPoints } from '@parindex/core/studio/comparing/effect-on-points';
import { COMPARISON_WORDS, signedPoints } from '@parindex/core/words/comparison-words';
import { OWN_SOURCE_NAMES } from '@parindex/core/words/kinds';

/** What a newer edition does to the maximum points, by domain and by source. */
export function EffectOnPointsTable({ effect: { domains, sources, total }, language }: { effect: EffectOnPoints; language: Language }) {
  const words = COMPARISON_WORDS[language];
  const table = (of: string, rows: readonly { readonly name: string; readonly effect: Effect }[]) => (
    <div className="scrolls" tabIndex={0}>
      <table className="history-rows">
        <caption className="unseen">{`${words.effect}: ${of}`}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {[words.before, words.after, words.difference].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, { name: words.total, effect: total }].map(({ name, effect }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{displayDecimal(effect.before, language)}</td>
              <td className="number">{displayDecimal(effect.after, language)}</td>
              <td className="number">{signedPoints(effect.difference, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  return (
    <section>
      <h2>{words.effect}</h2>
      {table(
        words.domain,
        domains.map((effect) => ({ name: `${effect.codes.after ?? effect.codes.before} ${inLanguage(effect.title, language)}`, effect })),
      )}
      {table(
        words.source,
        sources.map((effect) => ({ name: OWN_SOURCE_NAMES[language][effect.source], effect })),
      )}
    </section>
  );
}
