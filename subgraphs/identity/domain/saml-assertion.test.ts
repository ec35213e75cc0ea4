import { describe, expect, it } from '@jest/globals';
import { readAssertion, xmlFault } from './saml-assertion.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const expected = {
  issuer: 'https://idp.example',
  recipient: 'https://almanac.test/sso/callback/x',
  requestId: '_r',
  now: NOW,
};
const data = { Recipient: expected.recipient, InResponseTo: '_r', NotOnOrAfter: '2026-03-02T10:05:00Z' };
const assertion = () => ({
  $: { ID: '_a' },
  Issuer: [{ _: 'https://idp.example' }],
  Subject: [
    {
      NameID: [{ _: 'ada', $: {} }],
      SubjectConfirmation: [
        {
          $: { Method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer' },
          SubjectConfirmationData: [{ $: { ...data } }],
        },
      ],
    },
  ],
  Conditions: [{ $: { NotOnOrAfter: '2026-03-02T10:05:00Z' } }],
  AuthnStatement: [{}],
  AttributeStatement: [{ Attribute: [{ $: { Name: 'email' }, AttributeValue: [{ _: 'Ada@Example.com' }] }] }],
});

type Assertion = ReturnType<typeof assertion>;
const changed = (change: (assertion: Assertion) => void) => {
  const made = assertion();
  change(made);
  return readAssertion(made, expected);
};
const confirmation = (made: Assertion) =>
  made.Subject[0]?.SubjectConfirmation[0]?.SubjectConfirmationData[0]?.$ as typeof data;

describe('an assertion', () => {
  it('says who somebody is', () => {
    expect(readAssertion(assertion(), expected)).toEqual({
      assertionId: '_a',
      subject: 'ada',
      email: 'ada@example.com',
      name: null,
      validUntil: Date.parse('2026-03-02T10:05:00Z'),
    });
  });

  it.each<[string, (made: Assertion) => void]>([
    ['for somebody else', made => Object.assign(confirmation(made), { Recipient: 'https://other.example' })],
    ['about another request', made => Object.assign(confirmation(made), { InResponseTo: '_other' })],
    ['that is over', made => Object.assign(confirmation(made), { NotOnOrAfter: '2026-03-02T09:59:00Z' })],
    ['that never ends', made => Object.assign(confirmation(made), { NotOnOrAfter: '' })],
    ['by another issuer', made => Object.assign(made, { Issuer: [{ _: 'https://evil.example' }] })],
    ['about nobody', made => Object.assign(made, { Subject: [] })],
    ['without an id', made => Object.assign(made.$, { ID: '' })],
    ['without conditions', made => Object.assign(made, { Conditions: [] })],
    ['without a sign-in', made => Object.assign(made, { AuthnStatement: [] })],
    [
      'with a name of the day',
      made =>
        Object.assign(made.Subject[0]?.NameID[0]?.$ ?? {}, {
          Format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
        }),
    ],
    [
      'of another kind of proof',
      made => Object.assign(made.Subject[0]?.SubjectConfirmation[0]?.$ ?? {}, { Method: 'urn:x' }),
    ],
  ])('is not taken %s', (_what, change) => {
    expect(typeof changed(change)).toBe('string');
  });

  it('may be a minute late', () => {
    expect(
      typeof changed(made => Object.assign(confirmation(made), { NotOnOrAfter: '2026-03-02T09:59:01Z' })),
    ).toBe('object');
  });
});

describe('a response', () => {
  const plain =
    '<?xml version="1.0"?><p:Response><a:Assertion ID="x"><a:NameID>ada</a:NameID></a:Assertion></p:Response>';

  it('is plain XML around one assertion', () => {
    expect(xmlFault(plain)).toBeNull();
  });

  it.each([
    plain.replace('ada', 'ad<!-- -->a'),
    plain.replace('ada', '<![CDATA[ada]]>'),
    plain.replace('<p:Response>', '<!DOCTYPE p:Response><p:Response>'),
    plain.replace('ada', 'ad<?x?>a'),
    plain.replace('</p:Response>', '<Assertion/></p:Response>'),
    plain.replace('<a:Assertion ID="x">', '<a:EncryptedAssertion/><a:Assertion ID="x">'),
    `<p:Response>${plain.replace('<?xml version="1.0"?>', '')}</p:Response>`,
    plain.replace('ID="x"', 'Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"'),
    plain.replace('ID="x"', 'Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"'),
    '',
  ])('is not looked at otherwise: %s', xml => {
    expect(xmlFault(xml)).not.toBeNull();
  });
});
