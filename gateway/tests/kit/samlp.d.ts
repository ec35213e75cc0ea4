/** As much of it as tests use: it brings no types. */
declare module 'samlp' {
  import type { Request, RequestHandler } from 'express';

  interface Options {
    issuer: string;
    cert: string;
    key: string;
    recipient?: string;
    audience?: string;
    inResponseTo?: string;
    lifetimeInSeconds?: number;
    signAssertion?: boolean;
    signResponse?: boolean;
    signatureAlgorithm?: 'rsa-sha1' | 'rsa-sha256';
    digestAlgorithm?: 'sha1' | 'sha256';
    signatureNamespacePrefix?: string;
    getUserFromRequest(request: Request): unknown;
    getPostURL(
      audience: string,
      requestDom: unknown,
      request: Request,
      callback: (error: Error | null, url: string) => void,
    ): void;
  }

  const samlp: { auth(options: Options): RequestHandler };
  export default samlp;
}
