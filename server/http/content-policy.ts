/** What a page of ours may load and run: our own files alone, and styles of libraries only where they carry the word of this one answer. */
import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

export const newNonce = (): string => randomBytes(18).toString('base64');

/** `nonce`: for style elements that libraries of the staff pages insert. Style attributes in markup are refused everywhere. */
export function contentPolicy(nonce?: string): RequestHandler {
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", ...(nonce === undefined ? [] : [`'nonce-${nonce}'`])], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"], workerSrc: ["'self'", 'blob:'], objectSrc: ["'none'"], baseUri: ["'self'"], frameAncestors: ["'none'"], formAction: ["'self'"],
    },
  });
}
