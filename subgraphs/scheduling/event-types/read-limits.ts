import { badInput } from '#platform/errors.ts';
import type { Limit, LimitScope } from '../domain/limits.ts';

/** A limit as a caller writes it. */
export interface GivenLimit extends Omit<Limit, 'days'> {
  readonly days?: number | null;
}

const MAX_LIMITS = 10;
const MAX_ROLLING_DAYS = 366;
const BOUNDS = { BOOKINGS: { min: 1, max: 10_000 }, MINUTES: { min: 15, max: 525_600 } };

function readLimit(given: GivenLimit, scopes: readonly LimitScope[], field: string): Limit {
  const { scope, unit, period, max } = given;
  const days = given.days ?? null;
  if (!scopes.includes(scope))
    throw badInput(`${field}.scope`, `The scope here must be ${scopes.join(' or ')}.`);
  if (period === 'FUTURE' && (scope !== 'BOOKER' || unit !== 'BOOKINGS')) {
    throw badInput(`${field}.period`, 'FUTURE goes with scope BOOKER and unit BOOKINGS only.');
  }
  if (period !== 'ROLLING' && days !== null)
    throw badInput(`${field}.days`, `\`days\` does not belong to the period ${period}.`);
  if (period === 'ROLLING' && (days === null || days < 1 || days > MAX_ROLLING_DAYS)) {
    throw badInput(`${field}.days`, `A ROLLING period has 1 to ${MAX_ROLLING_DAYS} days.`);
  }
  const bounds = BOUNDS[unit];
  if (max < bounds.min || max > bounds.max)
    throw badInput(`${field}.max`, `A limit of ${unit} is ${bounds.min} to ${bounds.max}.`);
  return { scope, unit, period, days, max };
}

/** The limits that are meant, as far as these scopes are allowed; or a refusal that names what is wrong. */
export function readLimits(given: readonly GivenLimit[], scopes: readonly LimitScope[]): Limit[] {
  if (given.length > MAX_LIMITS) throw badInput('limits', `There can be up to ${MAX_LIMITS} limits.`);
  const seen = new Set<string>();
  return given.map((one, index) => {
    const limit = readLimit(one, scopes, `limits[${index}]`);
    const { max: _, ...kind } = limit;
    const key = JSON.stringify(kind);
    if (seen.has(key))
      throw badInput(`limits[${index}]`, 'There is a limit of this scope, unit and period already.');
    seen.add(key);
    return limit;
  });
}
