import { ObjectType } from 'type-graphql';
import { Problem, type ProblemCode } from '../problem.graphql.ts';

@ObjectType({ implements: Problem })
export class HoldExpired extends Problem {
  override code: ProblemCode = 'HOLD_EXPIRED';
  override message = 'The slot is not held any more: the time was up, or the hold was used or released.';
}
