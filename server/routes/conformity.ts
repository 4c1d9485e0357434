/** The declaration of conformity of an agency: what is declared, what differs from it, its paper, and the evidence for it. */
import { Router } from 'express';
import { Declarations } from '../../models/conformity/declarations.js';
import { ConformityQueries } from '../../models/queries/conformity.js';
import type { QueryContext } from '../../models/queries/context.js';
import type { EvidenceVerdict } from '../contract.js';
import { ConformityPapers } from '../documents/conformity-papers.js';
import type { EvidenceContent, EvidencePacks } from '../evidence/pack.js';
import { verifyEvidence } from '../evidence/verify.js';
import { media, one, pageOf } from '../http/answers.js';
import { ProblemError } from '../http/problem.js';
import { originOf } from '../http/origin.js';
import { declare, route } from '../http/route.js';
import { filled, page, pageSize, text, z } from '../http/validate.js';
import type { SigningKey } from '../signing/key.js';
import { sendZip } from '../zip.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const count = z.number().int().min(0).max(1_000_000);
const declaration = z.strictObject({
  standard: filled(200), decision: z.strictObject({ number: filled(100), date: z.iso.date(), signatory: filled(200), position: text(200).optional() }), except: z.array(z.string().min(1).max(200)).max(5_000), seen: z.strictObject({ inForce: count, last: count }),
});
const FILE = /^document\.(pdf|docx)$/;
const ZIP = 'application/zip';
/** Larger ones are checked on the command line. */
const LARGEST_CHECKED = 60_000_000;
const evidence = z.strictObject({ samples: z.coerce.number().int().min(0).max(10).default(3), seed: text(100).default(''), part: z.coerce.number().int().min(1).max(1_000).default(1) });
export const DECLARERS = ['leader', 'qmsOfficer'] as const;

const reads = { method: 'get', who: 'signedIn', scope: 'procedures:read' } as const;
export const CONFORMITY = declare('conformity', {
  view: { ...reads, path: '/conformity', summary: 'What the agency has declared, and what differs from it', answers: { 200: one('ConformityView') } },
  scope: { ...reads, path: '/conformity/scope', summary: 'Procedures in force, and which are in the scope', query: z.strictObject({ q: text(200).default(''), page, pageSize }), answers: { 200: pageOf('ConformityScopeRow') } },
  history: { ...reads, path: '/conformity/history', summary: 'All declarations', query: z.strictObject({ page, pageSize }), answers: { 200: pageOf('DeclarationRow') } },
  declare: { method: 'post', who: DECLARERS, path: '/conformity', summary: 'Declares conformity for the procedures in force', body: declaration, answers: { 201: one('ConformityView') }, problems: ['forbidden', 'stale', 'bad-request'] },
  document: { ...reads, path: '/conformity/declarations/:n/:file', summary: 'A declaration, as document.pdf or document.docx', answers: { 200: media('application/pdf', DOCX) }, problems: ['not-found'] },
  evidence: { method: 'get', who: DECLARERS, path: '/conformity/evidence.zip', summary: 'The evidence of the declaration, as one signed archive', query: evidence, personal: true, exports: true, answers: { 200: media(ZIP) }, problems: ['not-found'] },
  check: { method: 'post', who: 'signedIn', path: '/conformity/evidence/check', summary: 'Whether an evidence pack is as it was signed', body: { media: [ZIP, 'application/octet-stream'], largest: LARGEST_CHECKED }, answers: { 200: one('EvidenceVerdict') }, problems: ['too-large'] },
});

export function conformityRoutes(context: QueryContext, packs: EvidencePacks, key: () => SigningKey): Router {
  const router = Router();
  const [queries, declarations, papers] = [new ConformityQueries(context), new Declarations(context), new ConformityPapers(context)];
  route(router, CONFORMITY.view, async ({ actor }, res) => { res.json(await queries.view(actor)); });
  route(router, CONFORMITY.scope, async ({ actor, query }, res) => { res.json(await queries.scope(actor, query)); });
  route(router, CONFORMITY.history, async ({ actor, query }, res) => { res.json(await queries.history(actor, query)); });
  route(router, CONFORMITY.declare, async ({ actor, body: { decision: { position, ...decision }, ...body } }, res) => {
    await declarations.declare(actor, { ...body, decision: { ...decision, ...(position && { position }) } });
    res.status(201).json(await queries.view(actor));
  });
  route(router, CONFORMITY.document, async ({ actor, params }, res) => {
    const file = FILE.exec(params.file)?.[1] as 'pdf' | 'docx' | undefined;
    if (!file || !/^[1-9]\d{0,5}$/.test(params.n)) throw new ProblemError('not-found');
    const { name, bytes } = await papers.declaration(actor, Number(params.n), file);
    res.type(file === 'pdf' ? 'pdf' : DOCX).setHeader('content-disposition', `${file === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${file}"`).send(bytes);
  });
  route(router, CONFORMITY.evidence, async ({ actor, query }, res, req) => {
    const { name, entries } = await packs.open(actor, { ...query, origin: originOf(req) });
    res.type(ZIP).setHeader('content-disposition', `attachment; filename="${name}.zip"`);
    await sendZip(res, entries);
  });
  route(router, CONFORMITY.check, ({ body }, res) => { res.json(verdictOf(body, key().fingerprint)); });
  return router;
}

function verdictOf(bytes: Buffer, own: string): EvidenceVerdict {
  const { problems, files, fingerprint, content } = verifyEvidence(bytes);
  const said = (content ?? {}) as Partial<Record<keyof EvidenceContent, unknown>>;
  const [words, numbers] = [['agency', 'madeAt'] as const, ['declaration', 'part', 'parts'] as const];
  return {
    problems, files, isOwn: fingerprint === own, ...(fingerprint !== undefined && { fingerprint }),
    ...Object.fromEntries([...words.map((name) => [name, said[name]] as const).filter(([, value]) => typeof value === 'string'), ...numbers.map((name) => [name, said[name]] as const).filter(([, value]) => typeof value === 'number')]),
  };
}
