import { ObjectType } from 'type-graphql';
import { Problem, type ProblemCode } from './problem.graphql.ts';

@ObjectType({ implements: Problem })
export class CodeInvalid extends Problem {
  override code: ProblemCode = 'CODE_INVALID';
  override message = 'The code is wrong, too old, was used before or was tried too often.';
}
