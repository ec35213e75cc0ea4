import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';

/** DER, as much as a certificate needs. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const SHA256_WITH_RSA = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'));
const name = (text: string) =>
  der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(text)))));

function certify(publicKey: KeyObject, privateKey: KeyObject): string {
  const validity = der(
    0x30,
    der(0x17, Buffer.from('200101000000Z')),
    der(0x17, Buffer.from('491231235959Z')),
  );
  const content = der(
    0x30,
    der(0x02, Buffer.from([1, ...randomBytes(8)])),
    SHA256_WITH_RSA,
    name('idp'),
    validity,
    name('idp'),
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', content, privateKey);
  const body = der(0x30, content, SHA256_WITH_RSA, der(0x03, Buffer.from([0]), signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

export interface SamlKey {
  certificate: string;
  privateKey: string;
}

export function makeSamlKey(): SamlKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    certificate: certify(publicKey, privateKey),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** What an identity provider is told when a browser arrives there. */
export function readRequest(url: URL) {
  const xml = inflateRawSync(Buffer.from(url.searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
  const value = (pattern: RegExp) => pattern.exec(xml)?.[1] ?? '';
  return {
    id: value(/ ID="([^"]+)"/),
    callbackUrl: value(/AssertionConsumerServiceURL="([^"]+)"/),
    entityId: value(/<saml:Issuer[^>]*>([^<]+)</),
    relayState: url.searchParams.get('RelayState') ?? '',
  };
}

export type SamlRequest = ReturnType<typeof readRequest>;

export interface AssertionTerms {
  nameId: string;
  email: string;
  issuer: string;
  audience: string;
  recipient: string;
  inResponseTo: string;
  /** Minutes from now. */
  from: number;
  until: number;
  id: string;
}

const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
export const newSamlId = () => `_${randomBytes(16).toString('hex')}`;

export function assertionXml(terms: AssertionTerms): string {
  const { nameId, email, issuer, audience, recipient, inResponseTo, from, until, id } = terms;
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${at(from)}"><saml:Issuer>${issuer}</saml:Issuer><saml:Subject><saml:NameID>${nameId}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="${inResponseTo}" NotOnOrAfter="${at(until)}" Recipient="${recipient}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${at(from)}" NotOnOrAfter="${at(until)}"><saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${at(from)}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement><saml:Attribute Name="email"><saml:AttributeValue>${email}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>`;
}

export function responseXml(request: SamlRequest, issuer: string, content: string): string {
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${newSamlId()}" Version="2.0" IssueInstant="${at(0)}" Destination="${request.callbackUrl}" InResponseTo="${request.id}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${content}</samlp:Response>`;
}

interface Signing {
  algorithm?: string;
  digest?: string;
  /** What is signed. */
  element?: 'Assertion' | 'Response';
}

/** Signs an element of a document the way identity providers do: enveloped, behind its issuer. */
export function signXml(xml: string, { privateKey, certificate }: SamlKey, signing: Signing = {}): string {
  const {
    algorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest = 'http://www.w3.org/2001/04/xmlenc#sha256',
    element = 'Assertion',
  } = signing;
  const signer = new SignedXml({
    privateKey,
    publicCert: certificate,
    signatureAlgorithm: algorithm,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signer.addReference({
    xpath: `//*[local-name(.)='${element}']`,
    transforms: [
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ],
    digestAlgorithm: digest,
  });
  const issuer = `//*[local-name(.)='${element}']/*[local-name(.)='Issuer']`;
  signer.computeSignature(xml, { location: { reference: issuer, action: 'after' }, prefix: 'ds' });
  return signer.getSignedXml();
}
