/** A form is another one now, or gone. */
export interface RoutingFormChange {
  formId: string;
  /** The user or team whose form it is. */
  ownerId: string;
}

/** A form was answered. The answers are not told: who may read them asks for the response. */
export interface RoutingFormSubmission {
  responseId: string;
  formId: string;
  formVersion: number;
  /** The user or team whose form it is. */
  ownerId: string;
  /** `null`: no rule matched. */
  ruleName: string | null;
  destination:
    | { kind: 'EVENT_TYPE'; eventTypeId: string; hostIds: readonly string[] | null }
    | { kind: 'URL'; url: string }
    | { kind: 'MESSAGE'; message: string };
  submittedAt: string;
}
