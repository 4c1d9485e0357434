/** Settings of time with their defaults and legal basis; administrators change them. */
import { Router } from 'express';
import type { Actor } from '../../models/directory.js';
import { hasRole } from '../../models/rights.js';
import { SETTING_KEYS, SETTINGS } from '../../models/settings/definitions.js';
import type { Settings } from '../../models/settings/settings.js';
import type { SettingView } from '../contract.js';
import { ProblemError } from '../http/problem.js';
import { actorOf } from '../http/session.js';
import { bodyOf, filled, z } from '../http/validate.js';

const change = z.strictObject({
  scope: z.string().regex(/^(all|agency:[^\s]{1,100}|procedure:[^\s]{1,100})$/), reason: filled(500),
  value: z.union([z.string().max(50), z.strictObject({ value: z.number(), unit: z.string().max(20) }), z.null()]),
});

export function settingRoutes(settings: Settings, staffName: (id: string) => string, now: () => Date): Router {
  const router = Router();
  const view = (): SettingView[] => SETTING_KEYS.map((key) => ({
    key, default: SETTINGS[key].default, basis: SETTINGS[key].basis, confirmed: SETTINGS[key].confirmed, scopes: [...SETTINGS[key].scopes],
    changed: settings.changed().filter((doc) => doc.key === key).map(({ scope, value, changedAt, changedBy, reason }) => (
      { scope, value: value as SettingView['default'], changedAt: changedAt.toISOString(), changedByName: staffName(changedBy), reason })),
  }));
  router.get('/', async (req, res) => {
    mayLook(actorOf(req));
    await settings.upToDate();
    res.json(view());
  });
  router.put('/:key', async (req, res) => {
    const actor = actorOf(req);
    if (!hasRole(actor, 'administrator')) throw new ProblemError('forbidden', { detail: 'only an administrator changes settings' });
    const key = SETTING_KEYS.find((each) => each === req.params.key);
    if (!key) throw new ProblemError('not-found');
    await settings.change({ key, ...bodyOf(req, change), by: actor.id, at: now() });
    res.json(view());
  });
  return router;
}

/** Managers look, administrators change. */
export function mayLook(actor: Actor): void {
  if (!hasRole(actor, 'administrator', 'manager')) throw new ProblemError('forbidden', { detail: 'for administrators and managers' });
}
