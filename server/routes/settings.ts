/** Settings with their defaults and legal basis; administrators change them. */
import { Router } from 'express';
import { SETTING_KEYS, SETTINGS } from '../../models/settings/definitions.js';
import type { Settings } from '../../models/settings/settings.js';
import type { SettingView } from '../contract.js';
import { ProblemError } from '../http/problem.js';
import { listOf } from '../http/answers.js';
import { requireMatch, sendTagged } from '../http/if-match.js';
import { declare, route } from '../http/route.js';
import { filled, z } from '../http/validate.js';

const change = z.strictObject({
  scope: z.string().regex(/^(all|agency:[^\s]{1,100}|procedure:[^\s]{1,100})$/), reason: filled(500),
  value: z.union([z.string().max(50), z.number(), z.strictObject({ value: z.number(), unit: z.string().max(20) }), z.null()]),
});

export const SETTING_ROUTES = declare('settings', {
  list: { method: 'get', path: '/settings', summary: 'Settings with their defaults and legal basis', who: ['administrator', 'manager'], answers: { 200: listOf('SettingView') } },
  change: { method: 'put', path: '/settings/:key', summary: 'Changes a setting, or takes a change back', who: ['administrator'], body: change, ifMatch: true, answers: { 200: listOf('SettingView') }, problems: ['bad-data'] },
});

export function settingRoutes(settings: Settings, staffName: (id: string) => string, now: () => Date): Router {
  const router = Router();
  const view = (): SettingView[] => SETTING_KEYS.map((key) => ({
    key, default: SETTINGS[key].default, basis: SETTINGS[key].basis, confirmed: SETTINGS[key].confirmed, scopes: [...SETTINGS[key].scopes],
    changed: settings.changed().filter((doc) => doc.key === key).map(({ scope, value, changedAt, changedBy, reason }) => (
      { scope, value: value as SettingView['default'], changedAt: changedAt.toISOString(), changedByName: staffName(changedBy), reason })),
  }));
  route(router, SETTING_ROUTES.list, async (_asked, res) => {
    await settings.upToDate();
    sendTagged(res, view());
  });
  route(router, SETTING_ROUTES.change, async ({ actor, params, body }, res, req) => {
    const key = SETTING_KEYS.find((each) => each === params.key);
    if (!key) throw new ProblemError('not-found');
    await settings.refresh();
    requireMatch(req, view());
    await settings.change({ key, ...body, by: actor.id, at: now() });
    sendTagged(res, view());
  });
  return router;
}
