import {
  type BodyResult,
  describeRule,
  explainItem,
  guidanceText,
  hasParts,
  type Item,
  type ItemResult,
  inLanguage,
  isAssumed,
  itemsOf,
  PHRASES,
  type SchemeNames,
  schemeNames,
} from '@parindex/core';
import { Bar } from '@parindex/design/charts/bar.tsx';
import type { Context } from '../context.ts';
import type { RoundView } from '../model.ts';
import { fill, fullPoints, shortPoints } from './points.ts';
import { RuleText } from './rule-words.tsx';

interface Props {
  readonly context: Context;
  readonly round: RoundView;
  readonly body: BodyResult;
}

/** A body's points as a tree; each item opens to its explanation: figures, rule, arithmetic, what was missing. */
export function PointTree({ context, round, body }: Props) {
  const { scheme } = round;
  const names = schemeNames(scheme, context.language);
  const results = new Map(body.items.map((item) => [item.code, item]));
  return (
    <div className="tree" data-tree="">
      {scheme.domains.map((domain) => {
        const sums = body.domains.find(({ code }) => code === domain.code);
        return (
          <section key={domain.code} className="tree-domain" aria-labelledby={`linh-vuc-${domain.code}`}>
            <h3 id={`linh-vuc-${domain.code}`}>
              <span className="code">{domain.code}</span> {inLanguage(domain.title, context.language)}
              {sums && (
                <Sum
                  points={sums.points}
                  maximum={sums.maximum}
                  rank={round.domainRanks.get(domain.code)?.get(body.id)}
                  of={round.domainRanks.get(domain.code)?.size}
                  context={context}
                />
              )}
            </h3>
            {domain.criteria.map((criterion) => {
              const own = sums?.criteria.find(({ code }) => code === criterion.code);
              const items = itemsOf(criterion).map((item) => (
                <ItemLine key={item.code} item={item} result={results.get(item.code)} names={names} context={context} round={round} />
              ));
              if (!hasParts(criterion)) return <div key={criterion.code}>{items}</div>;
              return (
                <div key={criterion.code} className="tree-criterion">
                  <h4>
                    <span className="code">{criterion.code}</span> {inLanguage(criterion.title, context.language)}
                    {own && <Sum points={own.points} maximum={own.maximum} context={context} />}
                  </h4>
                  {items}
                </div>
              );
            })}
          </section>
        );
      })}
    </div>
  );
}

function Sum({
  points,
  maximum,
  rank,
  of,
  context,
}: {
  points: string;
  maximum: string;
  rank?: number | undefined;
  of?: number | undefined;
  context: Context;
}) {
  return (
    <span className="sum">
      {rank !== undefined && of !== undefined && <small>{context.texts.body.rankText(rank, of)}</small>}
      {shortPoints(points, context.language)} / {fullPoints(maximum, context.language)}
    </span>
  );
}

interface LineProps {
  readonly item: Item;
  readonly result: ItemResult | undefined;
  readonly names: SchemeNames;
  readonly context: Context;
  readonly round: RoundView;
}

function ItemLine({ item, result, names, context, round }: LineProps) {
  if (!result) return null;
  const { language, texts } = context;
  const phrases = PHRASES[language];
  const words = explainItem(item, result, names);
  const { guidance, evidence } = guidanceText(item.guidance, language);
  return (
    <details className="item" id={`tieu-chi-${item.code}`}>
      <summary>
        <span className="code">{item.code}</span>
        <span className="item-title">
          {inLanguage(item.title, language)}
          {isAssumed(item.guidance) && <span className="tag">{phrases.assumedThresholds}</span>}
        </span>
        <span className={`state state-${result.state}`}>{phrases.state[result.state]}</span>
        <span className="item-points">
          <strong>{fullPoints(result.points, language)}</strong> / {fullPoints(result.maximum, language)}
        </span>
        <Bar share={fill(result.points, result.maximum) / 100} as="part-0" />
      </summary>
      <div className="explanation">
        <div>
          <h5>{texts.body.inputs}</h5>
          {words.inputs.length === 0 ? (
            <p className="quiet">{texts.body.noInputs}</p>
          ) : (
            <dl>
              {words.inputs.map(({ what, value }) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
          <h5>{texts.body.steps}</h5>
          <ol className="steps">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
            {words.missing.map((missing) => (
              <li key={missing} className="is-missing">
                {missing}
              </li>
            ))}
            <li className="verdict">{words.verdict}</li>
          </ol>
        </div>
        <div>
          <h5>{texts.body.rule}</h5>
          <RuleText rule={describeRule(item, names)} />
          {guidance && (
            <>
              <h5>{texts.body.guidance}</h5>
              <p>{guidance}</p>
            </>
          )}
          {evidence && (
            <>
              <h5>{texts.body.evidence}</h5>
              <p>{evidence}</p>
            </>
          )}
          <p>
            <a href={`${context.href({ page: 'scheme', scheme: round.scheme.id })}#${encodeURIComponent(item.code)}`}>{texts.body.inScheme}</a>
          </p>
        </div>
      </div>
    </details>
  );
}
