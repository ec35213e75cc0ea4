import { createUnionType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '#platform/scalars.ts';
import { CodeInvalid } from '../code-invalid.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { SignedIn } from '../sign-in/sign-in.graphql.ts';

@ObjectType({ description: "A user's authenticator app." })
export class SecondFactor {
  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when signing in takes a code; null: it does not.',
  })
  confirmedAt?: Date | null;

  @Field(() => Int, { description: 'Recovery codes that were not used yet: ten at first.' })
  recoveryCodesLeft!: number;
}

@ObjectType()
export class SecondFactorEnrolled {
  constructor(secret: string, otpauthUri: string) {
    this.secret = secret;
    this.otpauthUri = otpauthUri;
  }

  @Field(() => String, { description: 'To be typed into an authenticator app. It cannot be shown again.' })
  secret: string;

  @Field(() => String, { description: 'The same as an `otpauth://` address: show it as a QR code.' })
  otpauthUri: string;
}

@InputType()
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: 'Six digits that the authenticator app shows now.' })
  code!: string;
}

@ObjectType()
export class SecondFactorConfirmed {
  constructor(recoveryCodes: string[]) {
    this.recoveryCodes = recoveryCodes;
  }

  @Field(() => [String], {
    description:
      'Ten codes for the day on which the app is lost, each good once. They cannot be shown again.',
  })
  recoveryCodes: string[];
}

@InputType()
export class DisableSecondFactorInput {
  @Field(() => String, { description: 'Six digits of the authenticator app, or a recovery code.' })
  code!: string;
}

@ObjectType()
export class SecondFactorDisabled {
  @Field(() => Boolean)
  readonly disabled: boolean = true;
}

@InputType()
export class RenewRecoveryCodesInput {
  @Field(() => String, {
    description: 'Six digits that the authenticator app shows now; a recovery code is not taken.',
  })
  code!: string;
}

@ObjectType()
export class RecoveryCodesRenewed {
  constructor(recoveryCodes: string[]) {
    this.recoveryCodes = recoveryCodes;
  }

  @Field(() => [String], { description: 'Ten codes, each good once. They cannot be shown again.' })
  recoveryCodes: string[];
}

@InputType()
export class CompleteSignInInput {
  @Field(() => String, { description: 'What `signIn` answered with `SecondFactorRequired`.' })
  pendingToken!: string;

  @Field(() => String, { description: 'Six digits of the authenticator app, or a recovery code.' })
  code!: string;
}

@ObjectType({ implements: Problem })
export class SignInExpired extends Problem {
  override code: ProblemCode = 'SIGN_IN_EXPIRED';
  override message = 'Too much time or too many codes: ask for another link.';
}

@ObjectType({ implements: Problem })
export class SecondFactorActive extends Problem {
  override code: ProblemCode = 'SECOND_FACTOR_ACTIVE';
  override message = 'An authenticator is set up already. Disable it first.';
}

export const EnrolSecondFactorResult = createUnionType({
  name: 'EnrolSecondFactorResult',
  types: () => [SecondFactorEnrolled, SecondFactorActive] as const,
});

export const ConfirmSecondFactorResult = createUnionType({
  name: 'ConfirmSecondFactorResult',
  types: () => [SecondFactorConfirmed, CodeInvalid, SecondFactorActive] as const,
});

export const DisableSecondFactorResult = createUnionType({
  name: 'DisableSecondFactorResult',
  types: () => [SecondFactorDisabled, CodeInvalid] as const,
});

export const RenewRecoveryCodesResult = createUnionType({
  name: 'RenewRecoveryCodesResult',
  types: () => [RecoveryCodesRenewed, CodeInvalid] as const,
});

export const CompleteSignInResult = createUnionType({
  name: 'CompleteSignInResult',
  types: () => [SignedIn, CodeInvalid, SignInExpired] as const,
});
