import { Field, InterfaceType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';

export const ProblemCode = registerEnum(
  'ProblemCode',
  'What kept a mutation from doing what it was asked: an outcome to be shown, not an error.',
  {
    URL_REFUSED: 'Nothing can be delivered to this address: it is not https, or not on the public internet.',
  },
);

export type ProblemCode = keyof typeof ProblemCode;

@InterfaceType({
  description:
    'An expected outcome that is not success. `code` decides what a client shows, `message` says it in English.',
  autoRegisterImplementations: false,
})
export abstract class Problem {
  @Field(() => ProblemCode)
  code!: ProblemCode;

  @Field(() => String)
  message!: string;
}
