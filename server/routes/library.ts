/** The map of procedures: which are alike, which steps and documents they share, two side by side. */
import { Router } from 'express';
import type { LibraryFindings } from '../../models/queries/library-findings.js';
import type { LibraryQueries } from '../../models/queries/library.js';
import { listOf, one, pageOf } from '../http/answers.js';
import { languageOf } from '../http/language.js';
import { declare, route } from '../http/route.js';
import { drawingXml, lang, page, pageSize, text, z } from '../http/validate.js';

const MOST_NEAR = 10;
const window = z.strictObject({ q: text(200).default(''), page, pageSize, lang });
const id = z.string().min(1).max(100);
const two = z.strictObject({ a: id, b: id, lang });
const inWords = z.strictObject({ lang });
const drawing = z.strictObject({ xml: drawingXml, id });
const beside = z.strictObject({ xml: drawingXml, id, with: id });

const looked = { method: 'get', who: 'signedIn', scope: 'procedures:read' } as const;
const asked = { ...looked, method: 'post' } as const;
export const LIBRARY = declare('library', {
  alike: { ...looked, path: '/library/alike', summary: 'Procedures that are alike', query: window, answers: { 200: pageOf('AlikeRow') } },
  findings: { ...looked, path: '/library/findings', summary: 'What is found about the published procedures beside each other', query: window, answers: { 200: pageOf('LibraryFinding') } },
  clones: { ...looked, path: '/library/clones', summary: 'Rows of steps that stand in several procedures', query: window, answers: { 200: pageOf('ClonedRow') } },
  steps: { ...looked, path: '/library/steps', summary: 'Steps that several procedures share', query: window, answers: { 200: pageOf('SharedStepRow') } },
  documents: { ...looked, path: '/library/documents', summary: 'Documents that several procedures ask for', query: window, answers: { 200: pageOf('SharedDocumentRow') } },
  graph: { ...looked, path: '/library/graph', summary: 'The map as a graph', answers: { 200: one('LibraryGraph') } },
  compare: { ...looked, path: '/library/compare', summary: 'Two procedures side by side', query: two, answers: { 200: one('ComparisonView') }, problems: ['not-published'] },
  near: { ...looked, path: '/library/near/:id', summary: 'What is most alike a procedure', answers: { 200: listOf('AlikeRow') } },
  words: { ...looked, path: '/library/words', summary: 'Words of labels that the agency adds', answers: { 200: one('LabelWords') } },
  check: { ...asked, path: '/library/check', summary: 'What is found about a drawing beside the published procedures', query: inWords, body: drawing, answers: { 200: one('DraftFindings') } },
  beside: { ...asked, path: '/library/compare', summary: 'A drawing and a published procedure side by side', body: beside, answers: { 200: one('DraftComparison') }, problems: ['not-published'] },
});

export function libraryRoutes(library: LibraryQueries, findings: LibraryFindings): Router {
  const router = Router();
  route(router, LIBRARY.alike, async ({ actor, query }, res) => { res.json(await library.alike(actor, query)); });
  route(router, LIBRARY.findings, async ({ actor, query }, res, req) => { res.json(await findings.all(actor, query, languageOf(req))); });
  route(router, LIBRARY.clones, async ({ actor, query }, res) => { res.json(await library.clones(actor, query)); });
  route(router, LIBRARY.steps, async ({ actor, query }, res) => { res.json(await library.steps(actor, query)); });
  route(router, LIBRARY.documents, async ({ actor, query }, res) => { res.json(await library.documents(actor, query)); });
  route(router, LIBRARY.graph, async ({ actor }, res) => { res.json(await library.graph(actor)); });
  route(router, LIBRARY.compare, async ({ actor, query: { a, b } }, res) => { res.json(await library.compare(actor, a, b)); });
  route(router, LIBRARY.near, async ({ actor, params }, res) => { res.json(await library.near(actor, params.id, MOST_NEAR)); });
  route(router, LIBRARY.words, ({ actor }, res) => { res.json(findings.words(actor)); });
  route(router, LIBRARY.check, async ({ actor, body }, res, req) => { res.json(await findings.about(actor, body, languageOf(req))); });
  route(router, LIBRARY.beside, async ({ actor, body: { with: other, ...drawn } }, res) => { res.json(await findings.compare(actor, drawn, other)); });
  return router;
}
