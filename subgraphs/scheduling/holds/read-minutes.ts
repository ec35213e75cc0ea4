import { badInput } from '#platform/errors.ts';
import { HOLD } from '../domain/hold.ts';

export function readMinutes(minutes: number | null | undefined): number {
  const { minMinutes, maxMinutes, fallbackMinutes } = HOLD;
  const wanted = minutes ?? fallbackMinutes;
  if (wanted >= minMinutes && wanted <= maxMinutes) return wanted;
  throw badInput('minutes', `\`minutes\` must be ${minMinutes} to ${maxMinutes}.`, { max: maxMinutes });
}
