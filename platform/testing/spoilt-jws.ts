import { generateKeyPairSync } from 'node:crypto';

type Sign = (input: Buffer) => Buffer;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The next letter: for the last one of a part, the same bytes with a bit set that nothing needs. */
const next = (letter: string) => ALPHABET[(ALPHABET.indexOf(letter) + 1) % 64] ?? '';

/**
 * What Project Wycheproof's `json_web_signature_test.json` does to a JWS of one algorithm, done to a token that is
 * good, under the names that its vectors have. `sign` makes a signature that the verifier would take.
 */
export function spoiltJws(good: string, sign: Sign): Record<string, string> {
  const [header = '', payload = '', signature = ''] = good.split('.');
  const signed = (input: string) => `${input}.${sign(Buffer.from(input)).toString('base64url')}`;
  const withHeader = (change: object) => `${encode({ ...decode(header), ...change })}.${payload}`;
  const jwk = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const tampered = {
    rejectsModifiedSignature: `${header}.${payload}.${next(signature[0] ?? '')}${signature.slice(1)}`,
    rejectsMissingSignature: `${header}.${payload}.`,
    rejectsMissingSignatureAndSeparator: `${header}.${payload}`,
    rejectsModifiedPayload: `${header}.${encode({ ...decode(payload), more: 1 })}.${signature}`,
    rejectsMissingPayload: `${header}..${signature}`,
    rejectsMissingPayloadAndSeparator: `${header}.${signature}`,
    rejectsModifiedHeader: `${withHeader({ more: 1 })}.${signature}`,
    rejectsMissingHeader: `.${payload}.${signature}`,
    rejectsMissingHeaderAndSeparator: `${payload}.${signature}`,
    rejectsMissingHeaderAndSignature: `.${payload}.`,
    rejectsMissingHeaderSignatureAndSeparators: payload,
    rejectsEmptyString: '',
    rejectsExtraEmptyComponent: `${good}.`,
    rejectsExtraComponent: `${good}.foo`,
    rejectsNoneAlgorithmAndMissingSignature: `${withHeader({ alg: 'none' })}.`,
    rejectsValidJsonSerialization: JSON.stringify({
      payload,
      signatures: [{ protected: header, header: { unknown: 'untrustworthy' }, signature }],
    }),
    rejectsFlattenedJsonSerialization: JSON.stringify({ payload, protected: header, signature }),
    rejectsAttackerProvidedEmbeddedJwk: `${withHeader({ jwk })}.${signature}`,
    rejectsSpacesInMac: `${header}.${payload}.    ${signature}`,
    rejectsLineBreakInMac: `${header}.${payload}.${signature}\n`,
    rejectsInvalidCharacterBeforeMac: `${header}.${payload}.?${signature}`,
    rejectsInvalidCharacterAfterMac: `${header}.${payload}.${signature}?`,
    rejectsPaddingOfMac: `${header}.${payload}.${signature}=`,
    rejectsUnusedBitsInMac: `${good.slice(0, -1)}${next(good.at(-1) ?? '')}`,
    InvalidCharacterInsertedInHeader: `${header.slice(0, -1)}?${header.slice(-1)}.${payload}.${signature}`,
    InvalidCharacterInsertedInPayload: `${header}.${payload}?.${signature}`,
  };
  const signedAnyway = {
    spacesInHeader: signed(`${header}    .${payload}`),
    invalidCharactersInHeader: signed(`${header}####.${payload}`),
    spacesInPayload: signed(`${header}.    ${payload}`),
    invalidCharactersInPayload: signed(`${header}.####${payload}`),
    invalidBase64PaddingInPayload: signed(`${header}.${payload}==`),
    PayloadThatIsNoJson: signed(`${header}.${Buffer.from('foo').toString('base64url')}`),
    NoneAlgorithmWithSignature: signed(withHeader({ alg: 'none' })),
    WrongPrimitive: signed(withHeader({ alg: 'RS256' })),
    UnknownCriticalHeader: signed(withHeader({ crit: ['more'], more: 1 })),
  };
  return { ...tampered, ...signedAnyway };
}

/** What its vectors call valid: white space in the header's JSON. */
export function spacedJws(good: string, sign: Sign): Record<string, string> {
  const [header = '', payload = ''] = good.split('.');
  const signed = (json: string) => {
    const input = `${Buffer.from(json).toString('base64url')}.${payload}`;
    return `${input}.${sign(Buffer.from(input)).toString('base64url')}`;
  };
  return {
    ValidSpacesInJsonHeader: signed(JSON.stringify(decode(header), null, 1).replaceAll('\n', '')),
    ValidWhiteSpaceInJsonHeader: signed(JSON.stringify(decode(header), null, '\t')),
  };
}

/** Which of them a verifier takes. */
export async function takenOf(
  tokens: Record<string, string>,
  verify: (token: string) => Promise<unknown>,
): Promise<string[]> {
  const taken = await Promise.all(
    Object.entries(tokens).map(([name, token]) =>
      verify(token).then(
        () => [name],
        () => [],
      ),
    ),
  );
  return taken.flat();
}
