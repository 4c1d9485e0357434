/** Things that are edited are read with an ETag; a change that brings it back is refused where somebody else has changed the thing since. */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { ProblemError } from './problem.js';

/** The same for the same content, in every process. */
export function etagOf(content: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 27)}"`;
}

export function sendTagged(res: Response, content: unknown): void {
  res.setHeader('etag', etagOf(content)).json(content);
}

/** Without the header, or with `*`, everything is as it was. Throws ProblemError stale. */
export function requireMatch(req: Request, current: unknown): void {
  const sent = req.get('if-match');
  if (sent === undefined || sent.trim() === '*') return;
  if (!sent.split(',').some((each) => each.trim() === etagOf(current))) throw new ProblemError('stale');
}
