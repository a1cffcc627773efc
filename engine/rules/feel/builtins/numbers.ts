import { decimal, negated } from '../arithmetic.ts';
import { isMonths, isSeconds } from '../value.ts';
import { any, define, number, optional } from './define.ts';
import type { Form } from './define.ts';

/** Functions on numbers (DMN 1.5, 10.3.4.5). */
export const numeric: readonly Form[] = [
  rounding('decimal', halfEven),
  define('floor', [number('n'), optional(number('scale'))], ([n, scale = 0]) => roundedAt(n, scale, Math.floor)),
  define('ceiling', [number('n'), optional(number('scale'))], ([n, scale = 0]) => roundedAt(n, scale, Math.ceil)),
  rounding('round up', (n) => (n < 0 ? Math.floor(n) : Math.ceil(n))),
  rounding('round down', Math.trunc),
  rounding('round half up', (n) => Math.sign(n) * Math.round(Math.abs(n))),
  rounding('round half down', (n) => Math.sign(n) * -Math.round(-Math.abs(n))),
  define('abs', [number('n')], ([n]) => Math.abs(n)),
  define('abs', [any('n')], ([n]) => {
    if (isMonths(n)) return n.months < 0 ? negated(n) : n;
    return isSeconds(n) ? (n.seconds < 0 ? negated(n) : n) : undefined;
  }),
  define('modulo', [number('dividend'), number('divisor')], ([dividend, divisor]) => {
    return divisor === 0 ? undefined : decimal(dividend - divisor * Math.floor(dividend / divisor));
  }),
  define('sqrt', [number('number')], ([n]) => (n < 0 ? undefined : decimal(Math.sqrt(n)))),
  define('log', [number('number')], ([n]) => (n <= 0 ? undefined : decimal(Math.log(n)))),
  define('exp', [number('number')], ([n]) => (Math.exp(n) === Infinity ? undefined : decimal(Math.exp(n)))),
  define('odd', [number('number')], ([n]) => Math.abs(n) % 2 === 1),
  define('even', [number('number')], ([n]) => n % 2 === 0),
];

// Scales as in DMN 1.5, table 76.
const leastScale = -6111;
const greatestScale = 6176;

function rounding(name: string, round: (n: number) => number): Form {
  return define(name, [number('n'), number('scale')], ([n, scale]) => roundedAt(n, scale, round));
}

function roundedAt(n: number, rawScale: number, round: (n: number) => number): number | undefined {
  const scale = Math.trunc(rawScale);
  if (scale < leastScale || scale > greatestScale) return undefined;
  // Far from the point there is nothing to round: a double has no digits there.
  if (scale > 300) return n;
  return shifted(round(shifted(n, scale)), -scale) + 0;
}

// Moves the decimal point in the digits, since multiplying 1.005 by 100 gives 100.49999999999999.
function shifted(n: number, by: number): number {
  const [digits = '0', exponent = '0'] = String(n).split('e');
  return Number(`${digits}e${Number(exponent) + by}`);
}

function halfEven(n: number): number {
  const down = Math.floor(n);
  if (decimal(n - down) !== 0.5) return Math.round(n);
  return down % 2 === 0 ? down : down + 1;
}
