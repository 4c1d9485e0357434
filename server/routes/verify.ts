/** Verifying a document without an account: by the code on it, and by the file itself, which is read and not kept. */
import { createHash } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import type { QueryContext } from '../../models/queries/context.js';
import { SignedDocumentQueries, type SignedDocumentState } from '../../models/queries/signed-documents.js';
import { printedCode, typedCode } from '../../models/revisions/signed-documents.js';
import type { TryGuard } from '../try-guard.js';
import { HTML, SEE_OTHER } from '../http/answers.js';
import { languageOf } from '../http/language.js';
import { declare, route } from '../http/route.js';
import { z } from '../http/validate.js';
import { verifyPage, verifyTitle, type CheckedFile, type VerifiedDocument, type VerifyPage } from '../pages/verify.js';
import type { CertificateFacts } from '../signing/certificate.js';
import { line, pageSender } from './public-frame.js';

/** A little more than the file may have, for the form around it. */
const LARGEST = 10 * 1024 * 1024;
const AROUND = 16 * 1024;

export const VERIFY = declare('verify', {
  ask: { method: 'get', path: '/xac-minh', summary: 'Asks for the code of a document, or for the document itself', who: 'anybody', query: z.object({ ma: line }), answers: { 200: HTML, 303: SEE_OTHER } },
  show: { method: 'get', path: '/xac-minh/:code', summary: 'What the document of the code is, and whether it is in force', who: 'anybody', answers: { 200: HTML, 404: HTML } },
  check: { method: 'post', path: '/xac-minh', summary: 'Checks a PDF: whether it is the copy that was issued, and what its signature says', who: 'anybody', body: { media: ['multipart/form-data'], largest: LARGEST + AROUND }, answers: { 200: HTML, 400: HTML, 429: HTML } },
}, '');

export function verifyRoutes(context: QueryContext, guard: TryGuard): Router {
  const router = Router();
  const queries = new SignedDocumentQueries(context);
  const sendPage = pageSender(context);
  const send = (req: Request, res: Response, page: VerifyPage): void => { sendPage(req, res, verifyTitle(page, languageOf(req)), verifyPage(page, languageOf(req))); };
  route(router, VERIFY.ask, ({ query: { ma: code } }, res, req) => {
    if (typedCode(code)) res.redirect(303, `/xac-minh/${typedCode(code)}`);
    else send(req, res, {});
  });
  route(router, VERIFY.show, async ({ params: { code } }, res, req) => {
    const found = await queries.byCode(code);
    send(req, res.status(found ? 200 : 404), found ? { document: documentOf(found) } : { asked: code });
  });
  route(router, VERIFY.check, async ({ body }, res, req) => {
    const { code, file } = await readForm(req, body);
    const asked = code ? await queries.byCode(code) : undefined;
    const page = asked ? { document: documentOf(asked) } : {};
    if (!file) { send(req, res.status(400), { ...page, refusal: 'no-file' }); return; }
    const [address, sha256] = [req.ip ?? '', createHash('sha256').update(file).digest('hex')];
    const wait = await guard.enter(`${sha256} ${address}`, address);
    if (wait !== undefined) { send(req, res.status(429).setHeader('retry-after', String(wait)), { ...page, refusal: { minutes: Math.ceil(wait / 60) } }); return; }
    const { checked, issued } = await check(queries, file, sha256, asked);
    send(req, res, { ...(issued ? { document: documentOf(issued) } : page), checked });
  });
  return router;
}

/** Absent where the form is none, or holds no file. */
async function readForm(req: Request, body: Buffer): Promise<{ code?: string; file?: Buffer }> {
  const form = await new globalThis.Response(new Uint8Array(body), { headers: { 'content-type': req.get('content-type') ?? '' } }).formData().catch(() => undefined);
  const [code, file] = [form?.get('ma'), form?.get('tep')];
  return { ...(typeof code === 'string' ? { code } : {}), ...(file instanceof Blob && file.size > 0 && file.size <= LARGEST ? { file: Buffer.from(await file.arrayBuffer()) } : {}) };
}

/** `issued`: the document that the file is the copy of. */
async function check(queries: SignedDocumentQueries, file: Buffer, sha256: string, asked?: SignedDocumentState): Promise<{ checked: CheckedFile; issued?: SignedDocumentState | undefined }> {
  const { verifyPdf } = await import('../signing/pdf-verify.js');
  const [{ state, signer, at }, known] = [verifyPdf(file), await queries.byHash(sha256)];
  const facts = { sha256, ...(signer ? { signer: signedBy(signer), ...(at ? { at, isInTime: signer.from <= at && at <= signer.to } : {}) } : {}) };
  if (known) return { checked: { result: asked && asked.doc._id !== known._id ? 'other' : 'same', ...facts }, issued: await queries.byCode(known._id) };
  if (state !== 'intact' || !signer) return { checked: { result: state === 'intact' ? 'unreadable' : state, ...facts } };
  return { checked: { result: (await queries.isOwn(signer.fingerprint)) ? 'own' : 'stranger', ...facts } };
}

const signedBy = ({ name, subject, issuer, serial, isTest }: CertificateFacts): CheckedFile['signer'] & object => ({ name, subject, issuer, serial, isTest });

const SHOWN = { announced: 'announced', inForce: 'inForce', replaced: 'replaced', withdrawn: 'withdrawn' } as const;
function documentOf({ doc, state, decision, ...rest }: SignedDocumentState): VerifiedDocument {
  const { _id, number, title, version: issue, agency, sha256, at: signedAt, signer: name, subject, issuer, serial, isTest } = doc;
  return { code: printedCode(_id), number, title, issue, agency, ...(decision ? { decision } : {}), state: SHOWN[state as keyof typeof SHOWN] ?? 'announced', ...rest, sha256, signedAt, signer: { name, subject, issuer, serial, isTest } };
}
