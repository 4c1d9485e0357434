/** Public pages: plain HTML, good without scripts, nothing personal. */
import { Router, type Request, type Response } from 'express';
import { placeOf } from '../../models/projections/place.js';
import { DossierQueries } from '../../models/queries/dossiers.js';
import type { QueryContext } from '../../models/queries/context.js';
import { TypicalTimeQueries } from '../../models/queries/typical-times.js';
import { ProcedureQueries, type PublishedProcedure } from '../../models/queries/procedures.js';
import { Refusal } from '../../models/problem.js';
import { languageOf } from '../http/language.js';
import { param } from '../http/validate.js';
import { homePage, homeTitle } from '../pages/home.js';
import { html, type Html } from '../pages/html.js';
import { layout } from '../pages/layout.js';
import { procedurePage, type ProcedurePage } from '../pages/procedure.js';
import { PUBLIC_CSS } from '../pages/style.js';
import { trackPage, trackTitle } from '../pages/track.js';

/** The drawing on the public page; without it the page still says everything in words. */
const VIEWER = '/app/viewer.js';

export function publicRoutes(context: QueryContext): Router {
  const router = Router();
  const procedures = new ProcedureQueries(context);
  const dossiers = new DossierQueries(context);
  const times = new TypicalTimeQueries(context);
  const send = (req: Request, res: Response, title: string, content: Html, scripts: readonly string[] = []): void => {
    const frame = { language: languageOf(req), agencyName: context.directory.mainAgency()?.name ?? 'Dossierflow', title, path: req.originalUrl, scripts };
    res.type('html').setHeader('cache-control', 'no-cache').setHeader('vary', 'accept-language, cookie').send(layout(frame, content));
  };
  router.get('/public.css', (_req, res) => { res.type('css').setHeader('cache-control', 'public, max-age=3600').send(PUBLIC_CSS); });
  router.get('/', async (req, res) => {
    const language = languageOf(req);
    const q = textOf(req.query.q);
    const list = await procedures.publicList(q);
    send(req, res, homeTitle(language), homePage(list.map(({ _id, ...doc }) => ({ id: _id, ...doc })), q, language));
  });
  router.get('/thu-tuc/:id', async (req, res) => {
    const found = await findProcedure(procedures, param(req, 'id'));
    const language = languageOf(req);
    if (!found) { res.status(404); send(req, res, '404', missing(language)); return; }
    send(req, res, found.procedure.name, procedurePage({ ...pageOf(found, context), ...(await typicalOf(times, found)) }, language), [VIEWER]);
  });
  router.get('/thu-tuc/:id/luu-do.bpmn', async (req, res, next) => {
    const found = await findProcedure(procedures, param(req, 'id'));
    if (!found) { next(); return; }
    res.type('application/xml').setHeader('content-disposition', `inline; filename="${found.procedure._id}.bpmn"`).send(found.version.xml);
  });
  router.get('/tra-cuu', async (req, res) => {
    const language = languageOf(req);
    const asked = textOf(req.query.ma);
    send(req, res, trackTitle(language), trackPage(asked, asked ? await dossiers.byNumber(asked) : undefined, language));
  });
  return router;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.normalize('NFC').trim().slice(0, 200) : '';
}

async function findProcedure(procedures: ProcedureQueries, id: string): Promise<PublishedProcedure | undefined> {
  try {
    return await procedures.published(id);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

async function typicalOf(times: TypicalTimeQueries, { procedure }: PublishedProcedure): Promise<Pick<ProcedurePage, 'typical'>> {
  const typical = await times.of(procedure._id);
  return typical ? { typical } : {};
}

function missing(language: 'vi' | 'en'): Html {
  return language === 'vi' ? html`<h1>Không có thủ tục này</h1><p><a href="/">Xem danh sách thủ tục</a></p>` : html`<h1>No such procedure</h1><p><a href="/">List of procedures</a></p>`;
}

function pageOf({ procedure, version, root }: PublishedProcedure, context: QueryContext): ProcedurePage {
  const facts = root.procedure;
  const steps = root.order.flatMap((id) => {
    const node = root.nodes[id];
    if (!node || node.kind !== 'activity' || !node.name || node.scope !== root.id) return [];
    const place = placeOf(root, node);
    const { limit, unit, applicantContact } = node.step ?? {};
    return [{ name: node.name, department: place ? context.directory.departmentName(place.id) : '', ...(limit !== undefined && unit ? { limit: { value: limit, unit } } : {}), contact: applicantContact ?? false }];
  });
  return {
    id: procedure._id, code: procedure.code, name: procedure.name, version: version.version, ...(procedure.field ? { field: procedure.field } : {}),
    ...(procedure.level ? { level: procedure.level } : {}), ...(facts?.fee ? { fee: facts.fee } : {}), ...(facts?.result ? { result: resultName(root, facts.result) } : {}),
    ...(facts?.onlineService ? { online: facts.onlineService } : {}), limits: [...(facts?.timeLimits ?? [])],
    parts: (facts?.requiredDocuments ?? []).map(({ type, name, ...rest }) => ({ name: name ?? type, ...rest })), steps,
    legalBasis: [...(facts?.legalBasis ?? [])],
  };
}

/** The result is stated as a type of document; its name is on the document in the drawing. */
function resultName(root: PublishedProcedure['root'], type: string): string {
  return Object.values(root.data).find((each) => each.document?.type === type && each.name)?.name ?? type;
}
