import { newSamlId } from './saml.ts';

/** What somebody on the way changes of a response about `ada`, whose signature prefix is `ds`. */
export const tamperings: readonly (readonly [string, (xml: string) => string])[] = [
  ['without a signature', xml => xml.replace(/<ds:Signature.*<\/ds:Signature>/s, '')],
  [
    'with an empty signature',
    xml => xml.replace(/<ds:SignatureValue>.*<\/ds:SignatureValue>/s, '<ds:SignatureValue/>'),
  ],
  ['with another name', xml => xml.replace('>ada<', '>eve<')],
  ['with a name cut in two', xml => xml.replace('>ada<', '>ad<!-- -->a<')],
  ['with another address', xml => xml.replace(/@example\.com/, '@evil.example')],
  ['with a document type', xml => `<!DOCTYPE r [<!ENTITY x "ada">]>${xml}`],
  ['with a stylesheet', xml => `<?xml-stylesheet href="x"?>${xml}`],
  ['that is no XML', () => 'ada'],
  ['that is empty', () => ''],
];

// Somlo and others, "On Breaking SAML": where the signed original and the forgery are.
const parts = (xml: string) => {
  const original = /<saml:Assertion.*<\/saml:Assertion>/s.exec(xml)?.[0] ?? '';
  const signature = /<ds:Signature.*<\/ds:Signature>/s.exec(original)?.[0] ?? '';
  const bare = original.replace(signature, '');
  const evil = bare.replace('>ada<', '>eve<').replace(/ ID="[^"]+"/, ` ID="${newSamlId()}"`);
  const around = (assertion: string) => xml.replace(original, assertion);
  const into = (parent: string, tag: string, child: string) => parent.replace(tag, `${child}${tag}`);
  return { xml, original, signature, bare, evil, around, into };
};
const forgeries: [string, (p: ReturnType<typeof parts>) => string][] = [
  [
    '1: the original response in the signature of a forged one',
    ({ xml, evil, original, signature }) =>
      xml
        .replace(original, evil)
        .replace(
          '<samlp:Status>',
          `${signature.replace('</ds:Signature>', `<ds:Object>${xml}</ds:Object></ds:Signature>`)}<samlp:Status>`,
        ),
  ],
  [
    '2: the original response beside the signature of a forged one',
    ({ xml, evil, original, signature }) =>
      xml.replace(original, evil).replace('<samlp:Status>', `${xml}${signature}<samlp:Status>`),
  ],
  ['3: a forged assertion in front of the original', ({ around, evil, original }) => around(evil + original)],
  [
    '4: the original within the forged assertion',
    ({ around, evil, original, into }) => around(into(evil, '</saml:Assertion>', original)),
  ],
  [
    '5: the forged assertion with the signature, the original behind',
    ({ around, evil, signature, bare }) =>
      around(evil.replace('</saml:Issuer>', `</saml:Issuer>${signature}`) + bare),
  ],
  [
    '6: the original within the signature of the forged assertion',
    ({ around, evil, signature, bare, into }) =>
      around(
        evil.replace(
          '</saml:Issuer>',
          `</saml:Issuer>${into(signature, '</ds:Signature>', `<ds:Object>${bare}</ds:Object>`)}`,
        ),
      ),
  ],
  [
    '7: the original in extensions',
    ({ around, evil, original }) => around(`<samlp:Extensions>${original}</samlp:Extensions>${evil}`),
  ],
  [
    '8: the original in an object of the forged assertion',
    ({ around, evil, signature, bare }) =>
      around(
        evil.replace(
          '</saml:Issuer>',
          `</saml:Issuer>${signature.replace('</ds:Signature>', `<ds:Object>${bare}</ds:Object></ds:Signature>`)}`,
        ),
      ),
  ],
];

/** Responses in which the honest provider's signature is, and `eve` besides. */
export const wrappings = forgeries.map(([what, wrap]) => [what, (xml: string) => wrap(parts(xml))] as const);
