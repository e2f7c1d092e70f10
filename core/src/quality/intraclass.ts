import type { Interval } from './alpha.ts';
import { quantileOfF } from './distributions.ts';

/** Targets in rows, who judged them in columns; nothing is missing. */
export type Ratings = readonly (readonly number[])[];

interface MeanSquares {
  readonly targets: number;
  readonly judges: number;
  readonly rows: number;
  readonly columns: number;
  readonly error: number;
  readonly within: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function meanSquaresOf(ratings: Ratings): MeanSquares {
  const [n, k] = [ratings.length, ratings[0]?.length ?? 0];
  const all = mean(ratings.flat());
  const rowMeans = ratings.map(mean);
  const columnMeans = Array.from({ length: k }, (_, judge) => mean(ratings.map((row) => row[judge] as number)));
  const squares = (values: readonly number[]) => values.reduce((sum, one) => sum + (one - all) ** 2, 0);
  const [betweenRows, betweenColumns] = [k * squares(rowMeans), n * squares(columnMeans)];
  let [error, within] = [0, 0];
  ratings.forEach((row, target) => {
    row.forEach((rating, judge) => {
      error += (rating - (rowMeans[target] as number) - (columnMeans[judge] as number) + all) ** 2;
      within += (rating - (rowMeans[target] as number)) ** 2;
    });
  });
  return {
    ...{ targets: n, judges: k, rows: betweenRows / (n - 1), columns: betweenColumns / (k - 1) },
    ...{ error: error / ((n - 1) * (k - 1)), within: within / (n * (k - 1)) },
  };
}

/** The intraclass correlations of single ratings, by the names of Shrout and Fleiss (1979): one-way random, two-way random (absolute agreement), two-way mixed (consistency). */
export interface Intraclass {
  readonly oneWay: number;
  readonly agreement: number;
  readonly consistency: number;
}

/** Undefined with fewer than two targets or judges, or where all ratings are one. */
export function intraclassOf(ratings: Ratings): Intraclass | undefined {
  if (ratings.length < 2 || (ratings[0]?.length ?? 0) < 2) return undefined;
  const { targets: n, judges: k, rows, columns, error, within } = meanSquaresOf(ratings);
  if (rows + columns + error === 0) return undefined;
  return {
    oneWay: (rows - within) / (rows + (k - 1) * within),
    agreement: (rows - error) / (rows + (k - 1) * error + (k * (columns - error)) / n),
    consistency: (rows - error) / (rows + (k - 1) * error),
  };
}

/** The 95% interval of absolute agreement, ICC(A,1), as McGraw and Wong (1996), table 7, have it; undefined where it cannot be worked out. */
export function agreementInterval(ratings: Ratings): Interval | undefined {
  const agreement = intraclassOf(ratings)?.agreement;
  if (agreement === undefined) return undefined;
  const { targets: n, judges: k, rows, columns, error } = meanSquaresOf(ratings);
  // Without any difference between the two there is nothing to be uncertain of.
  if (agreement === 1) return { low: 1, high: 1 };
  const a = (k * agreement) / (n * (1 - agreement));
  const b = 1 + (k * agreement * (n - 1)) / (n * (1 - agreement));
  const freedom = (a * columns + b * error) ** 2 / ((a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  if (!(freedom > 0)) return undefined;
  const [over, under] = [quantileOfF(0.975, n - 1, freedom), quantileOfF(0.975, freedom, n - 1)];
  const others = k * columns + (k * n - k - n) * error;
  return { low: (n * (rows - over * error)) / (over * others + n * rows), high: (n * (under * rows - error)) / (others + n * under * rows) };
}
