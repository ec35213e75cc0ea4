import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Problem, type ProblemCode } from './problem.graphql.ts';

/** The same type that scheduling has. */
@Directive('@shareable')
@ObjectType({ implements: Problem })
export class VersionConflict extends Problem {
  override code: ProblemCode = 'VERSION_CONFLICT';

  constructor(currentVersion: number) {
    super();
    this.currentVersion = currentVersion;
    this.message = `It was changed meanwhile and is at version ${currentVersion}.`;
  }

  @Field(() => Int)
  currentVersion: number;
}
