// Quantiles that intervals are made of. The regularised incomplete beta function by its continued fraction (NIST Digital Library of Mathematical
// Functions, 8.17.22), evaluated by Lentz's method; docs/method.md says how near it comes.

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6,
  1.5056327351493116e-7,
];

/** The logarithm of the gamma function of a positive number (Lanczos, g = 7). */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  const series = LANCZOS.reduce((sum, coefficient, index) => sum + coefficient / (x + index), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

const SMALLEST = 1e-300;
const away = (value: number): number => (Math.abs(value) < SMALLEST ? SMALLEST : value);

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 1_000; m++) {
    let delta = 1;
    for (const term of [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      delta = c * d;
      value *= delta;
    }
    if (Math.abs(delta - 1) < 1e-15) break;
  }
  return value;
}

/** The regularised incomplete beta function I_x(a, b). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction comes together fast on this side of the middle alone.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return (front * continuedFraction(x, a, b)) / a;
}

/** The x at which I_x(a, b) reaches a probability, by halving. */
function betaQuantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 200 && high - low > Number.EPSILON * high; step++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The quantile of F with these degrees of freedom, which need not be whole. */
export function quantileOfF(probability: number, above: number, below: number): number {
  // Counted from the side on which the quotient loses nothing.
  const x = betaQuantile(1 - probability, below / 2, above / 2);
  return (below * (1 - x)) / (above * x);
}

/** The quantile of Student's t, of a probability from one half on. */
export const quantileOfT = (probability: number, freedom: number): number => Math.sqrt(quantileOfF(2 * probability - 1, 1, freedom));
