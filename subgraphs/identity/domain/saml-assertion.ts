import { readAssertedEmail } from './sign-in-source.ts';

/** How far clocks may be apart. */
export const SKEW_MS = 60_000;

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
const EMAIL_FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const EMAIL_ATTRIBUTES = new Set([
  'email',
  'mail',
  'urn:oid:0.9.2342.19200300.100.1.3',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
]);
const NAME_ATTRIBUTES = new Set([
  'displayName',
  'name',
  'urn:oid:2.16.840.1.113730.3.1.241',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
]);

/**
 * Why a response is not even looked at, or `null`. No identity provider sends what is refused here, and every known
 * way to wrap a signature or to cut a name in two needs some of it.
 */
export function xmlFault(xml: string): string | null {
  if (/<!|<\?(?!xml[\s?])/i.test(xml)) return 'The response has comments, instructions or a document type.';
  if (/xmldsig#(\w+-)?sha1|xmldsig#hmac|xmldsig-more#(\w+-)?(md5|sha1)/i.test(xml))
    return 'The response is signed by an algorithm of the past.';
  const assertions = xml.match(/<(?:[\w.-]+:)?(?:Encrypted)?Assertion[\s/>]/g) ?? [];
  if (assertions.length !== 1) return `The response holds ${assertions.length} assertions.`;
  const responses = xml.match(/<(?:[\w.-]+:)?Response[\s/>]/g) ?? [];
  return responses.length === 1 ? null : `There are ${responses.length} responses in one.`;
}

/** An element as xml2js reads it. */
interface Element {
  $?: Record<string, string>;
  _?: string;
  [child: string]: unknown;
}

const childrenOf = (element: Element | undefined, name: string): Element[] => {
  const found = element?.[name];
  return Array.isArray(found) ? found.map(child => (typeof child === 'string' ? { _: child } : child)) : [];
};
const textOf = (element: Element | undefined) => element?._?.trim() ?? '';

export interface AssertedSubject {
  assertionId: string;
  subject: string;
  email: string | null;
  name: string | null;
  /** Milliseconds since the Unix epoch. */
  validUntil: number;
}

interface Expected {
  issuer: string;
  recipient: string;
  requestId: string;
  now: number;
}

/** Until when a confirmation is good: by bearer, for us, about our request; `null` for one that is not. */
function confirmedUntil(confirmation: Element, { recipient, requestId, now }: Expected): number | null {
  const data = childrenOf(confirmation, 'SubjectConfirmationData')[0]?.$ ?? {};
  const until = Date.parse(data['NotOnOrAfter'] ?? '');
  const isOurs =
    confirmation.$?.['Method'] === BEARER &&
    data['Recipient'] === recipient &&
    data['InResponseTo'] === requestId;
  return isOurs && until > now - SKEW_MS ? until : null;
}

function attribute(assertion: Element, names: ReadonlySet<string>): string | null {
  const attributes = childrenOf(assertion, 'AttributeStatement').flatMap(statement =>
    childrenOf(statement, 'Attribute'),
  );
  const found = attributes.find(({ $ }) => names.has($?.['Name'] ?? ''));
  return textOf(childrenOf(found, 'AttributeValue')[0]) || null;
}

/** Who an assertion is about, or why it is not taken. Its signature, conditions and audience have been checked. */
export function readAssertion(given: unknown, expected: Expected): AssertedSubject | string {
  const assertion = given as Element | undefined;
  const assertionId = assertion?.$?.['ID'];
  if (!assertion || !assertionId) return 'The assertion has no id.';
  if (textOf(childrenOf(assertion, 'Issuer')[0]) !== expected.issuer)
    return 'The assertion is by another issuer.';
  const subjects = childrenOf(assertion, 'Subject');
  const names = childrenOf(subjects[0], 'NameID');
  const subject = textOf(names[0]);
  if (subjects.length !== 1 || names.length !== 1 || subject === '') return 'The assertion names nobody.';
  const format = names[0]?.$?.['Format'];
  if (format === TRANSIENT) return 'The name is another one each time: nobody can be known by it.';
  const ends = childrenOf(subjects[0], 'SubjectConfirmation').map(each => confirmedUntil(each, expected));
  const validUntil = Math.max(...ends.map(end => end ?? 0));
  if (validUntil <= 0) return 'The assertion is not for us, or not about our request.';
  const conditions = childrenOf(assertion, 'Conditions');
  if (conditions.length !== 1 || !conditions[0]?.$?.['NotOnOrAfter']) return 'The assertion has no end.';
  if (childrenOf(assertion, 'AuthnStatement').length === 0) return 'Nobody has signed in.';
  const email = attribute(assertion, EMAIL_ATTRIBUTES) ?? (format === EMAIL_FORMAT ? subject : null);
  return {
    assertionId,
    subject,
    email: readAssertedEmail(email),
    name: attribute(assertion, NAME_ATTRIBUTES),
    validUntil,
  };
}
