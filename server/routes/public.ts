/** Public pages: plain HTML, good without scripts, nothing personal. */
import { Router } from 'express';
import type { QueryContext } from '../../models/queries/context.js';
import { TypicalTimeQueries } from '../../models/queries/typical-times.js';
import { ProcedureQueries, type PublishedProcedure } from '../../models/queries/procedures.js';
import { Refusal } from '../../models/problem.js';
import type { BlankForms } from '../../models/writes/blank-forms.js';
import type { TryGuard } from '../try-guard.js';
import { languageOf } from '../http/language.js';
import { HTML, media } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { z } from '../http/validate.js';
import { homePage, homeTitle } from '../pages/home.js';
import { html, type Html } from '../pages/html.js';
import { PICTURE } from '../pages/drawing.js';
import { drawingTitle, procedurePage } from '../pages/procedure.js';
import type { Drawings } from '../drawings.js';
import { sheetOf } from '../public-sheet.js';
import { PUBLIC_CSS } from '../pages/style.js';
import { sendBlankForm } from './blank-forms.js';
import { followRoutes } from './follow.js';
import { line, pageSender, VIEWER } from './public-frame.js';

const A_PAGE = 20;
const search = z.object({ q: line, linhvuc: line, trang: line });
const drawing = z.object({ v: z.coerce.number().int().min(1).optional() });
const shown = { method: 'get', who: 'anybody' } as const;
export const PUBLIC = declare('public', {
  style: { ...shown, path: '/public.css', summary: 'The style of the public pages', answers: { 200: media('text/css') } },
  home: { ...shown, path: '/', summary: 'Procedures, to search in', query: search, answers: { 200: HTML } },
  procedure: { ...shown, path: '/thu-tuc/:id', summary: 'The sheet of a procedure', answers: { 200: HTML, 404: HTML } },
  blankForm: { ...shown, path: '/thu-tuc/:id/bieu-mau/:form', summary: 'A blank form of it', answers: { 200: media('*/*') }, problems: ['unknown-file'] },
  drawing: { ...shown, path: '/thu-tuc/:id/luu-do.bpmn', summary: 'Its drawing', query: drawing, answers: { 200: media('application/xml') }, problems: ['unknown-procedure'] },
}, '');

export function publicRoutes(context: QueryContext, guard: TryGuard, forms: BlankForms, drawings: Drawings): Router {
  const router = Router();
  const procedures = new ProcedureQueries(context);
  const times = new TypicalTimeQueries(context);
  const send = pageSender(context);
  route(router, PUBLIC.style, (_asked, res) => { res.type('css').setHeader('cache-control', 'public, max-age=3600').send(PUBLIC_CSS); });
  route(router, PUBLIC.home, async ({ query }, res, req) => {
    const language = languageOf(req);
    const asked = { q: query.q, field: query.linhvuc, page: pageOf(query.trang) };
    const found = await procedures.publicList({ ...asked, pageSize: A_PAGE });
    send(req, res, homeTitle(language), homePage({ ...asked, ...found, pageSize: A_PAGE }, language));
  });
  route(router, PUBLIC.procedure, async ({ params }, res, req) => {
    const found = await findProcedure(procedures, params.id);
    const language = languageOf(req);
    if (!found) { res.status(404); send(req, res, '404', missing(language)); return; }
    const { _id, name } = found.procedure;
    const [typical, blank, svg] = await Promise.all([times.of(_id), forms.list(_id), drawings.svg(_id, found.version.version, { ...PICTURE, title: drawingTitle({ name }, language) })]);
    send(req, res, name, procedurePage(sheetOf(found, context.directory, { typical, forms: blank }), language, svg), [VIEWER]);
  });
  route(router, PUBLIC.blankForm, async ({ params }, res) => { await sendBlankForm(forms, params.id, params.form, res); });
  route(router, PUBLIC.drawing, async ({ params: { id }, query: { v } }, res, _req, next) => {
    // A dossier is shown on the version that it runs on, which need not be the one in force.
    const xml = await procedures.publishedXml(id, v);
    if (xml === undefined) { next(); return; }
    res.type('application/xml').setHeader('content-disposition', `inline; filename="${id}.bpmn"`).send(xml);
  });
  router.use(followRoutes(context, guard, drawings, send));
  return router;
}

function pageOf(value: string): number {
  const page = Number(value);
  return Number.isInteger(page) && page >= 1 && page <= 1_000 ? page : 1;
}

async function findProcedure(procedures: ProcedureQueries, id: string): Promise<PublishedProcedure | undefined> {
  try {
    return await procedures.published(id);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function missing(language: 'vi' | 'en'): Html {
  return language === 'vi' ? html`<h1>Không có thủ tục này</h1><p><a href="/">Xem danh sách thủ tục</a></p>` : html`<h1>No such procedure</h1><p><a href="/">List of procedures</a></p>`;
}
