import {
  countScheme,
  describeRule,
  describeScheme,
  displayDecimal,
  hashOf,
  inLanguage,
  itemsOfDomains,
  legalBasisInFull,
  maximaBySource,
  PHRASES,
  type Placed,
  type Scheme,
  type SchemeRow,
  schemeNames,
  validityText,
} from '@parindex/core';
import { type Changed, compareEditions } from '@parindex/core/studio/comparing/compare-editions';
import { CHANGE_KIND_NAMES, COMPARISON_WORDS, DIFFERENCE_NAMES } from '@parindex/core/words/comparison-words';
import type { Context } from '../context.ts';
import { EffectOnPointsTable } from '../parts/effect-on-points-table.tsx';
import { RuleText } from '../parts/rule-words.tsx';
import { StatusNote } from '../parts/status-note.tsx';

/** The editions at hand. */
export function SchemesPage({ context }: { context: Context }) {
  const { texts, language, data } = context;
  return (
    <>
      <h1>{texts.schemes.title}</h1>
      <p>{texts.schemes.intro}</p>
      <ul className="cards">
        {data.schemes.map((scheme) => (
          <li key={scheme.id} className="card">
            <h2>
              <a href={context.href({ page: 'scheme', scheme: scheme.id })}>{inLanguage(scheme.title, language)}</a>
            </h2>
            <p className={`chip chip-${scheme.status}`}>{PHRASES[language].status[scheme.status]}</p>
            <p>{countsOf(scheme, context)}</p>
            <Basis scheme={scheme} context={context} />
          </li>
        ))}
      </ul>
    </>
  );
}

function countsOf(scheme: Scheme, { texts }: Context): string {
  if (scheme.structure === 'partsOnly') return texts.schemes.partsOnly;
  const { domains, criteria, subCriteria, items } = countScheme(scheme);
  return texts.schemes.counts(domains, criteria, subCriteria, items);
}

function Basis({ scheme, context }: { scheme: Scheme; context: Context }) {
  if (scheme.legalBasis.length === 0) return null;
  const validity = validityText(scheme, context.language);
  return (
    <>
      <p>
        {context.texts.schemes.basis}: {scheme.legalBasis.map((basis) => legalBasisInFull(basis, context.language)).join('; ')}
      </p>
      {validity && <p>{validity}</p>}
    </>
  );
}

/** The editions that this one says it grew from. */
function forebears(scheme: Scheme, all: readonly Scheme[]): Scheme[] {
  const ids = new Set(
    itemsOfDomains(scheme.domains)
      .flatMap((item) => (Array.isArray(item.lineage) ? item.lineage : []))
      .map((entry) => String(entry?.edition)),
  );
  return all.filter(({ id }) => ids.has(id));
}

/** One edition as a readable tree, with its rules in words. */
export function SchemePage({ scheme, context }: { scheme: Scheme; context: Context }) {
  const { texts, language, data } = context;
  const rows = describeScheme(scheme, language);
  return (
    <>
      <h1>{inLanguage(scheme.title, language)}</h1>
      <StatusNote scheme={scheme} context={context} />
      <p>{countsOf(scheme, context)}.</p>
      <Basis scheme={scheme} context={context} />
      <dl className="glance" aria-label={texts.schemes.total}>
        {maximaBySource(scheme).map(({ source, maximum }) => (
          <div key={source}>
            <dt>{PHRASES[language].source[source]}</dt>
            <dd>{displayDecimal(maximum, language)}</dd>
          </div>
        ))}
      </dl>
      {data.rounds
        .filter((round) => round.scheme.id === scheme.id)
        .map((round) => (
          <p key={round.id}>
            <a href={context.href({ page: 'round', round: round.id })}>{round.title[language]}</a>
          </p>
        ))}
      {forebears(scheme, data.schemes).map((before) => (
        <p key={before.id}>
          <a href={context.href({ page: 'compare', before: before.id, after: scheme.id })}>
            {texts.schemes.compare(inLanguage(before.title, language) ?? before.id)}
          </a>
        </p>
      ))}
      <div className="scheme">
        {rows.map((row) => (
          <SchemeLine key={row.code + row.level} row={row} context={context} />
        ))}
      </div>
      <p className="note">
        {texts.schemes.hash}: <code>{hashOf(scheme)}</code>
      </p>
    </>
  );
}

const HEADINGS = { domain: 'h2', criterion: 'h3', subCriterion: 'h4' } as const;

function SchemeLine({ row, context }: { row: SchemeRow; context: Context }) {
  const { texts, language } = context;
  const phrases = PHRASES[language];
  const Heading = HEADINGS[row.level];
  return (
    <section className={`line line-${row.level}`} id={row.code}>
      <Heading>
        <span className="code">{row.code}</span> {row.title}
        <span className="line-points">
          {row.points} {texts.body.points.toLowerCase()}
        </span>
      </Heading>
      {row.rule && (
        <div className="line-rule">
          <p className="line-tags">
            <span className="chip">{row.source}</span>
            {row.assumed && <span className="tag">{phrases.assumedThresholds}</span>}
          </p>
          <RuleText rule={row.rule} />
          {row.notes.map((note) => (
            <p key={note} className="rule-note">
              {note}
            </p>
          ))}
          {(row.guidance || row.evidence) && (
            <details>
              <summary>{texts.body.guidance}</summary>
              {row.guidance && <p>{row.guidance}</p>}
              {row.evidence && (
                <p>
                  <strong>{texts.body.evidence}:</strong> {row.evidence}
                </p>
              )}
            </details>
          )}
        </div>
      )}
    </section>
  );
}

/** Both rules are shown where they differ, be it in their numbers alone. */
const saysRule = ({ differences }: Changed) => differences.some((difference) => difference === 'rule' || difference === 'thresholds');

/** What changed from one edition to another. */
export function ComparePage({ before, after, context }: { before: Scheme; after: Scheme; context: Context }) {
  const { texts, language } = context;
  const { added, removed, regrouped, changed, unchanged, effect } = compareEditions(before, after);
  const [words, kinds] = [COMPARISON_WORDS[language], CHANGE_KIND_NAMES[language]];
  const [old, fresh] = [schemeNames(before, language), schemeNames(after, language)];
  const named = (placed: Placed) => (
    <>
      <span className="code">{placed.code}</span> {inLanguage(placed.title, language)} ({displayDecimal(placed.maximum, language)}{' '}
      {texts.body.points.toLowerCase()})
    </>
  );
  const list = (title: string, entries: readonly Placed[], kind: string) =>
    entries.length > 0 && (
      <section>
        <h2>
          {title} ({entries.length})
        </h2>
        <ul className={`diff diff-${kind}`}>
          {entries.map((placed) => (
            <li key={placed.code}>{named(placed)}</li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <h1>{texts.schemes.compareTitle}</h1>
      <dl className="facts">
        {[[words.before, before] as const, [words.after, after] as const].map(([label, scheme]) => (
          <div key={scheme.id}>
            <dt>{label}</dt>
            <dd>
              <a href={context.href({ page: 'scheme', scheme: scheme.id })}>{inLanguage(scheme.title, language)}</a>{' '}
              <span className={`chip chip-${scheme.status}`}>{PHRASES[language].status[scheme.status]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <EffectOnPointsTable effect={effect} language={language} />
      {list(kinds.added, added, 'added')}
      {list(kinds.removed, removed, 'removed')}
      {regrouped.length > 0 && (
        <section>
          <h2>
            {words.regrouped} ({regrouped.length})
          </h2>
          {regrouped.map((entry) => (
            <article key={entry.after[0]?.code} className="change">
              <h3>{kinds[entry.kind]}</h3>
              <div className="sides">
                {([words.before, words.after] as const).map((side, index) => (
                  <div key={side}>
                    <h4>{side}</h4>
                    {(index === 0 ? entry.before : entry.after).map((placed) => (
                      <p key={placed.code}>{named(placed)}</p>
                    ))}
                  </div>
                ))}
              </div>
            </article>
          ))}
        </section>
      )}
      {changed.length > 0 && (
        <section>
          <h2>
            {kinds.changed} ({changed.length})
          </h2>
          {changed.map((entry) => (
            <article key={entry.after.code} className="change">
              <h3>
                <span className="code">{entry.after.code}</span> {inLanguage(entry.after.title, language)}
                {entry.differences.map((difference) => (
                  <span key={difference} className="tag">
                    {DIFFERENCE_NAMES[language][difference]}
                  </span>
                ))}
                {entry.by === 'likeTitle' && <span className="tag">{words.likeTitle}</span>}
              </h3>
              <div className="sides">
                <div>
                  <h4>{words.before}</h4>
                  <p>{named(entry.before)}</p>
                  {saysRule(entry) && entry.before.item && <RuleText rule={describeRule(entry.before.item, old)} />}
                </div>
                <div>
                  <h4>{words.after}</h4>
                  <p>{named(entry.after)}</p>
                  {saysRule(entry) && entry.after.item && <RuleText rule={describeRule(entry.after.item, fresh)} />}
                </div>
              </div>
            </article>
          ))}
        </section>
      )}
      <p>{words.same(unchanged.length)}</p>
    </>
  );
}
