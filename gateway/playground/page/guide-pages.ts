/** Pages of docs/ that say something to those who use the graph. */
export const guides = {
  errors: 'Errors and their codes',
  subscriptions: 'Subscriptions',
  contracts: 'Contracts and versions',
  limits: 'Limits, costs and rates',
  'operation-costs': 'What operations cost',
  'booking-lifecycle': 'The life of a booking',
  'booking-states': 'States of a booking',
  'booking-lists': 'Lists of bookings',
  slots: 'Slots',
  holds: 'Holding a slot',
  series: 'Series',
  guests: 'Guests',
  instant: 'Meetings at once',
  'round-robin': 'Taking turns',
  'groups-and-resources': 'Groups and resources',
  'routing-forms': 'Routing forms',
  overrides: 'Exceptions to the rules',
  'managed-event-types': 'Managed event types',
  organizations: 'Organizations',
  authorization: 'Who may do what',
  'sign-in': 'Signing in',
  oauth: 'Applications (OAuth)',
  sso: 'Single sign-on',
} as const;

export type GuideName = keyof typeof guides;

export function isGuideName(name: string): name is GuideName {
  return Object.hasOwn(guides, name);
}

export interface ErrorCode {
  code: string;
  /** null: a problem, which a mutation answers with. */
  status: number | null;
  meaning: string;
}

/** The rows of the tables in docs/errors.md, which is written from the registries of codes. */
export function codesInPage(markdown: string): ErrorCode[] {
  const rows = markdown.matchAll(/^\| `([A-Z][A-Z0-9_]*)` \| (?:(\d{3}) \| )?(.*) \|$/gm);
  return [...rows].map(([, code = '', status, meaning = '']) => ({
    code,
    status: status === undefined ? null : Number(status),
    meaning: meaning.replaceAll('\\|', '|'),
  }));
}
