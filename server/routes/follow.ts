/** Following a dossier without an account: by its number and the last digits of the phone, or by the secret of the slip. */
import { Router, type Request, type Response } from 'express';
import type { QueryContext } from '../../models/queries/context.js';
import { Following, numberTyped } from '../../models/queries/following.js';
import { LONGEST_COMMENT, Ratings, type RatingState } from '../../models/ratings.js';
import type { DossierDoc } from '../../models/schemas/dossier.js';
import type { TryGuard } from '../try-guard.js';
import { HTML, SEE_OTHER } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { text, z } from '../http/validate.js';
import { languageOf } from '../http/language.js';
import type { Drawings } from '../drawings.js';
import { PICTURE } from '../pages/drawing.js';
import { drawnWay, followPage, followTitle } from '../pages/follow.js';
import type { RatingPart } from '../pages/rating.js';
import { trackPage, trackTitle, type TrackForm } from '../pages/track.js';
import { line, VIEWER, type SendPage } from './public-frame.js';

const rating = z.object({ diem: z.coerce.number().int().min(1).max(5), gopy: text(LONGEST_COMMENT).default('') });

const slip = { ma: line, khoa: line };
export const FOLLOW = declare('follow', {
  ask: { method: 'get', path: '/tra-cuu', summary: 'Asks for a dossier, or shows it by the secret of the slip', who: 'anybody', query: z.object(slip), answers: { 200: HTML, 404: HTML } },
  rate: { method: 'post', path: '/danh-gia', summary: 'Rates what was delivered', who: 'anybody', body: { form: z.looseObject(slip) }, answers: { 303: SEE_OTHER, 400: HTML, 404: HTML, 409: HTML } },
  find: { method: 'post', path: '/tra-cuu', summary: 'Finds a dossier by its number and the end of a phone number', who: 'anybody', body: { form: z.object({ ma: line, so: line }) }, answers: { 303: SEE_OTHER, 404: HTML, 429: HTML } },
}, '');

export function followRoutes(context: QueryContext, guard: TryGuard, drawings: Drawings, send: SendPage): Router {
  const router = Router();
  const following = new Following(context);
  const ratings = new Ratings(context);
  const ask = (req: Request, res: Response, form: Omit<TrackForm, 'digits'>): void => {
    send(req, res, trackTitle(languageOf(req)), trackPage({ ...form, digits: context.settings.get('follow.phoneDigits') }, languageOf(req)));
  };
  const show = async (req: Request, res: Response, doc: DossierDoc, more: Partial<RatingPart> = {}): Promise<void> => {
    const [view, state] = await Promise.all([following.view(doc), ratings.stateOf(doc)]);
    const page = { ...view, ...(state.refusal === 'not-delivered' ? {} : { rating: { ...partOf(doc, state, context), ...more } }) };
    const language = languageOf(req);
    const svg = await drawings.svg(page.procedureId, page.version, { ...PICTURE, ...drawnWay(page, language) });
    res.setHeader('x-robots-tag', 'noindex');
    send(req, res, followTitle(page, language), followPage(page, language, svg), [VIEWER]);
  };
  route(router, FOLLOW.ask, async ({ query: { ma: asked, khoa: secret } }, res, req) => {
    await context.settings.upToDate();
    const found = secret ? await following.bySecret(asked, secret) : undefined;
    if (!found) { ask(req, res.status(secret ? 404 : 200), { asked, ...(secret ? { refusal: 'unknown' } : {}) }); return; }
    await show(req, res, found);
  });
  route(router, FOLLOW.rate, async ({ body }, res, req) => {
    const { ma: asked, khoa: secret } = body;
    const found = await following.bySecret(asked, secret);
    if (!found) { ask(req, res.status(404), { asked, refusal: 'unknown' }); return; }
    const given = rating.safeParse(body);
    if (!given.success) { await show(req, res.status(400), found, { wrong: true, comment: typeof body.gopy === 'string' ? body.gopy.slice(0, LONGEST_COMMENT) : '' }); return; }
    const refusal = await ratings.rate(found, given.data.diem, given.data.gopy);
    if (refusal) { await show(req, res.status(409), found); return; }
    res.redirect(303, `${context.tracking.pathOf(found.dossierNo)}#rating`);
  });
  route(router, FOLLOW.find, async ({ body: { ma: asked, so: digits } }, res, req) => {
    const [code, address] = [numberTyped(asked), req.ip ?? ''];
    const wait = await guard.enter(code, address);
    if (wait !== undefined) {
      res.setHeader('retry-after', String(wait));
      ask(req, res.status(429), { asked, refusal: { minutes: Math.ceil(wait / 60) } });
      return;
    }
    const dossierNo = await following.byPhone(asked, digits);
    if (dossierNo === undefined) { ask(req, res.status(404), { asked, refusal: 'unknown' }); return; }
    await guard.right(code, address);
    res.redirect(303, context.tracking.pathOf(dossierNo));
  });
  return router;
}

function partOf(doc: DossierDoc, { until, given, refusal }: RatingState, { tracking }: QueryContext): RatingPart {
  return { dossierNo: doc.dossierNo, secret: tracking.secretOf(doc.dossierNo), longest: LONGEST_COMMENT, closed: refusal === 'closed', given: given !== undefined, ...(until ? { until } : {}), ...given };
}
