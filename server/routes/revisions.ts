/** The life of a version: put forward, commented on, approved, announced, withdrawn. */
import { Router, type Response } from 'express';
import type { Actor } from '../../models/directory.js';
import type { DifferenceQueries } from '../../models/queries/version-differences.js';
import type { RevisionQueries } from '../../models/queries/revisions.js';
import type { ReviewComments } from '../../models/revisions/comments.js';
import type { RevisionDoc } from '../../models/schemas/revision.js';
import type { Revisions } from '../../models/revisions/revisions.js';
import type { Documents } from '../documents/index.js';
import { one } from '../http/answers.js';
import { originOf } from '../http/origin.js';
import { declare, route } from '../http/route.js';
import { languageOf } from '../http/language.js';
import { commandId, filled, lang, text, z } from '../http/validate.js';

const LONGEST = 4_000;
const day = z.iso.date();
/** What is sent with each act in the life of a controlled document. */
export const note = z.strictObject({ note: filled(2_000) });
export const approval = z.strictObject({ note: text(2_000).optional() });
export const reason = z.strictObject({ reason: filled(2_000) });
export const announcement = z.strictObject({ number: filled(100), date: day, signatory: filled(200), position: text(200).optional(), inForceFrom: day });
export const comment = z.strictObject({ commandId, element: z.string().max(200).optional(), text: filled(LONGEST) });
export const answer = z.strictObject({ text: filled(LONGEST) });
export const resolved = z.strictObject({ resolved: z.boolean() });

const at = '/procedures/:id/revisions/:version';
const act = { method: 'post', who: 'signedIn', scope: 'procedures:write', answers: { 200: one('RevisionView') } } as const;
const problems = ['unknown-version', 'wrong-state', 'stale', 'forbidden'] as const;
export const REVISIONS = declare('revisions', {
  submit: {
    ...act, path: '/procedures/:id/revisions', summary: 'Puts the draft forward for review and approval', who: ['designer', 'administrator'], body: note, answers: { 201: one('RevisionView') },
    problems: ['unknown-procedure', 'no-draft', 'cannot-run', 'in-review', 'published-meanwhile', 'stale'],
  },
  view: { method: 'get', path: at, summary: 'The life of a version', who: 'signedIn', scope: 'procedures:read', answers: { 200: one('RevisionView') }, problems: ['unknown-version'] },
  differences: {
    method: 'get', path: `${at}/differences`, summary: 'What differs from the version before, in words', who: 'signedIn', scope: 'procedures:read', query: z.strictObject({ against: z.coerce.number().int().min(1).optional(), lang }), answers: { 200: one('VersionDifferences') }, problems: ['unknown-version'],
  },
  approve: { ...act, path: `${at}/approve`, summary: 'Gives the next approval that the rules ask for', body: approval, problems: [...problems, 'four-eyes', 'open-comments'] },
  sendBack: { ...act, path: `${at}/return`, summary: 'Sends a version back to its author', body: reason, problems },
  announce: { ...act, path: `${at}/announce`, summary: 'Announces a version by a decision, in force from a day', body: announcement, problems: [...problems, 'cannot-run', 'bad-request'] },
  withdraw: { ...act, path: `${at}/withdraw`, summary: 'Withdraws a version', body: reason, problems },
  comment: { ...act, path: `${at}/comments`, summary: 'Comments on a version in review', body: comment, problems: [...problems, 'too-many-comments'] },
  answer: { ...act, path: `${at}/comments/:comment/answers`, summary: 'Answers a comment', body: answer, problems: [...problems, 'unknown-comment', 'too-many-comments'] },
  resolve: { ...act, path: `${at}/comments/:comment/resolve`, summary: 'Says that a comment is resolved, or that it is not', body: resolved, problems: [...problems, 'unknown-comment'] },
});

interface Given { queries: RevisionQueries; revisions: Revisions; comments: ReviewComments<RevisionDoc>; differences: DifferenceQueries; documents: Documents }

export function revisionRoutes({ queries, revisions, comments, differences, documents }: Given): Router {
  const router = Router();
  const tell = async (actor: Actor, id: string, version: number, res: Response, status = 200): Promise<void> => { res.status(status).json(await queries.view(actor, id, version)); };
  // What is no number is no version.
  const no = (version: string): number => Number(version) || 0;
  route(router, REVISIONS.submit, async ({ actor, params: { id }, body }, res) => {
    const { version } = await revisions.submit(actor, id, body.note);
    await tell(actor, id, version, res, 201);
  });
  route(router, REVISIONS.view, async ({ actor, params: { id, version } }, res) => { await tell(actor, id, no(version), res); });
  route(router, REVISIONS.differences, async ({ params: { id, version }, query: { against } }, res, req) => { res.json(await differences.of(id, no(version), languageOf(req), against)); });
  route(router, REVISIONS.approve, async ({ actor, params: { id, version }, body }, res) => {
    await revisions.approve(actor, id, no(version), body.note);
    await tell(actor, id, no(version), res);
  });
  route(router, REVISIONS.sendBack, async ({ actor, params: { id, version }, body }, res) => {
    await revisions.sendBack(actor, id, no(version), body.reason);
    await tell(actor, id, no(version), res);
  });
  route(router, REVISIONS.announce, async ({ actor, params: { id, version }, body: { position, ...announced } }, res, req) => {
    await revisions.announce(actor, id, no(version), { ...announced, ...(position ? { position } : {}) });
    await documents.sign(id, no(version), originOf(req));
    await tell(actor, id, no(version), res);
  });
  route(router, REVISIONS.withdraw, async ({ actor, params: { id, version }, body }, res) => {
    await revisions.withdraw(actor, id, no(version), body.reason);
    await tell(actor, id, no(version), res);
  });
  route(router, REVISIONS.comment, async ({ actor, params: { id, version }, body: { commandId: command, ...said } }, res) => {
    await comments.add(actor, id, no(version), { id: command, ...said });
    await tell(actor, id, no(version), res);
  });
  route(router, REVISIONS.answer, async ({ actor, params: { id, version, comment: which }, body }, res) => {
    await comments.answer(actor, id, no(version), which, body.text);
    await tell(actor, id, no(version), res);
  });
  route(router, REVISIONS.resolve, async ({ actor, params: { id, version, comment: which }, body }, res) => {
    await comments.resolve(actor, id, no(version), which, body.resolved);
    await tell(actor, id, no(version), res);
  });
  return router;
}
