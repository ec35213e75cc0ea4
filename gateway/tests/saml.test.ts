import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { connect, countSessions, postForm, startOf, whoIsIn } from './kit/issuers.ts';
import { Browser, ISSUER } from './kit/oauth.ts';
import {
  type AssertionTerms,
  assertionXml,
  makeSamlKey,
  newSamlId,
  readRequest,
  responseXml,
  type SamlRequest,
  signXml,
} from './kit/saml.ts';
import { sessionOf } from './kit/sessions.ts';

const IDP = 'https://idp.example/metadata';
const encode = (xml: string) => Buffer.from(xml).toString('base64');

/** Every refused response is tried next to one that differs in nothing but the attack, which signs in. */
describe('signing in by SAML', () => {
  let graph: TestGraph;
  let user: TestUser;
  let session: string;
  let connectionId: string;
  const [key, nextKey, foreignKey] = [makeSamlKey(), makeSamlKey(), makeSamlKey()];

  beforeAll(async () => {
    graph = await startGraph({ publicUrl: ISSUER });
    user = await graph.signUp();
    session = (await sessionOf(graph, user)).token;
    const saml = {
      entityId: IDP,
      signInUrl: 'http://127.0.0.1:9/sso',
      certificates: [key.certificate, nextKey.certificate],
    };
    connectionId = (await connect(graph, { user, session }, { saml })).id;
    const browser = new Browser(graph);
    await browser.keep(session);
    const request = await begin(browser, session);
    await answer(browser, request, respond(request));
    const known = await graph.execute(ops.FederatedIdentitiesDocument, {}, { key: session });
    expect(known.data.federatedIdentities).toMatchObject([{ connectionId, issuer: IDP, provider: null }]);
  });
  afterAll(async () => {
    await graph?.stop();
  });

  async function begin(browser: Browser, ownSession?: string): Promise<SamlRequest> {
    const { url } = await browser.open(await startOf(graph, { connectionId }, ownSession));
    expect(url.origin).toBe('http://127.0.0.1:9');
    return readRequest(url);
  }
  const termsFor = (request: SamlRequest): AssertionTerms => ({
    nameId: 'ada',
    email: `${user.handle}@example.com`,
    issuer: IDP,
    audience: request.entityId,
    recipient: request.callbackUrl,
    inResponseTo: request.id,
    from: -1,
    until: 5,
    id: newSamlId(),
  });
  const respond = (request: SamlRequest, terms: Partial<AssertionTerms> = {}, by = key) =>
    signXml(responseXml(request, IDP, assertionXml({ ...termsFor(request), ...terms })), by);

  /** The form of the identity provider's page, without our cookies, and where it leads. */
  async function answer(browser: Browser, request: SamlRequest, xml: string) {
    const fields = { SAMLResponse: encode(xml), RelayState: request.relayState };
    const posted = await postForm(new Browser(graph), new URL(request.callbackUrl).pathname, fields);
    const location = posted.headers.get('location');
    return location ? (await browser.open(location)).page?.status : posted.status;
  }
  async function signsIn(make: (request: SamlRequest) => string): Promise<boolean> {
    const browser = new Browser(graph);
    const request = await begin(browser);
    const before = await countSessions(graph);
    const status = await answer(browser, request, make(request));
    const isIn = (await whoIsIn(browser)) === user.handle;
    expect(status).toBe(isIn ? 200 : 400);
    expect((await countSessions(graph)) - before).toBe(isIn ? 1 : 0);
    return isIn;
  }
  const control = async () => expect(await signsIn(respond)).toBe(true);

  it('takes an assertion that either certificate has signed, or a response that is signed besides', async () => {
    await control();
    expect(await signsIn(request => respond(request, {}, nextKey))).toBe(true);
    expect(await signsIn(request => signXml(respond(request), key, { element: 'Response' }))).toBe(true);
    expect(await signsIn(request => respond(request, {}, foreignKey))).toBe(false);
    const metadata = await new Browser(graph).request(`/sso/metadata/${connectionId}`);
    const xml = await metadata.text();
    expect(xml).toContain(`entityID="${ISSUER}/sso/metadata/${connectionId}"`);
    expect(xml).toContain(`Location="${ISSUER}/sso/callback/${connectionId}"`);
    expect(xml).toContain('WantAssertionsSigned="true"');
  });

  it.each<[string, (request: SamlRequest) => Partial<AssertionTerms>]>([
    ['for another audience', () => ({ audience: 'https://other.example' })],
    ['for another recipient', () => ({ recipient: 'https://other.example/acs' })],
    ['about another request', () => ({ inResponseTo: newSamlId() })],
    ['by another issuer', () => ({ issuer: 'https://evil.example' })],
    ['that is over', () => ({ from: -9, until: -2 })],
    ['that is not yet', () => ({ from: 3, until: 8 })],
    ['that is too old', () => ({ from: -30, until: 60 })],
    ['about nobody', () => ({ nameId: '' })],
    ['with a comment in the name', () => ({ nameId: 'ada<!-- x -->.evil.example' })],
    ['with a comment in front of the name', () => ({ nameId: '<!-- x -->ada' })],
    ['with an instruction in the name', () => ({ nameId: 'ada<?x y?>' })],
  ])('refuses an assertion %s', async (_what, terms) => {
    expect(await signsIn(request => respond(request, terms(request)))).toBe(false);
    await control();
  });

  it('takes clocks that are less than a minute apart', async () => {
    expect(await signsIn(request => respond(request, { from: 0.8, until: 5 }))).toBe(true);
    expect(await signsIn(request => respond(request, { from: -5, until: -0.8 }))).toBe(true);
  });

  it.each<[string, (xml: string) => string]>([
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
  ])('refuses a response %s', async (_what, change) => {
    expect(await signsIn(request => change(respond(request)))).toBe(false);
    await control();
  });

  it('refuses signatures of the past, and by a shared secret', async () => {
    const sha1 = {
      algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
      digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
    };
    const plain = (request: SamlRequest) => responseXml(request, IDP, assertionXml(termsFor(request)));
    expect(await signsIn(request => signXml(plain(request), key, sha1))).toBe(false);
    const onlyResponse = (request: SamlRequest) => signXml(plain(request), key, { element: 'Response' });
    expect(await signsIn(onlyResponse)).toBe(false);
    await control();
  });

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
  const wrappings: [string, (p: ReturnType<typeof parts>) => string][] = [
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
    [
      '3: a forged assertion in front of the original',
      ({ around, evil, original }) => around(evil + original),
    ],
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

  it.each(wrappings)('is not fooled by wrapping %s', async (_what, wrap) => {
    let forged = '';
    const make = (request: SamlRequest) => {
      forged = wrap(parts(respond(request)));
      return forged;
    };
    expect(await signsIn(make)).toBe(false);
    // Not even the honest name comes out of it, and both were in it.
    expect([forged.includes('>eve<'), forged.includes('>ada<')]).toEqual([true, true]);
    await control();
  });

  it('refuses a response a second time, for another attempt, and in another browser', async () => {
    const browser = new Browser(graph);
    const request = await begin(browser);
    const xml = respond(request);
    expect(await answer(browser, request, xml)).toBe(200);
    const before = await countSessions(graph);
    expect(await answer(browser, request, xml)).toBe(400);
    const second = await begin(browser);
    expect(await answer(browser, { ...second }, xml)).toBe(400);
    const third = await begin(browser);
    expect(await answer(new Browser(graph), third, respond(third))).toBe(400);
    expect(await countSessions(graph)).toBe(before);
    await control();
  });

  it('knows an assertion again although the attempt was forgotten', async () => {
    const forget = () =>
      graph.database.query(
        `update identity.federated_sign_ins f set answered_at = null, state_hash = o.state_hash, secrets = o.secrets
         from before_answer o where o.id = f.id`,
      );
    const browser = new Browser(graph);
    const request = await begin(browser);
    await graph.database.query('create table before_answer as select * from identity.federated_sign_ins');
    const xml = respond(request);
    expect(await answer(browser, request, xml)).toBe(200);
    await forget();
    expect(await answer(browser, request, xml)).toBe(400);
    // The control: without its memory the same is taken.
    await forget();
    await graph.database.query('delete from identity.saml_assertions');
    expect(await answer(browser, request, xml)).toBe(200);
  });
});
