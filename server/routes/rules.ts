/** The rules that dossiers are handled by, with their legal basis and dates of effect. */
import { Router } from 'express';
import type { RuleBook } from '../../models/rules.js';
import type { RuleSetView } from '../contract.js';
import { actorOf } from '../http/session.js';

export function ruleRoutes(rules: RuleBook): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    actorOf(req);
    await rules.upToDate();
    res.json({ items: rules.all().map(({ doc }): RuleSetView => ({
      id: doc.setId, version: doc.version, name: doc.name, from: doc.from.toISOString(), ...(doc.to ? { to: doc.to.toISOString() } : {}), agencies: doc.agencies ?? [],
      rules: doc.rules.map(({ key, value, basis, confirmed, vi, en }) => ({ key, value, basis, confirmed, title: { vi, en } })),
    })) });
  });
  return router;
}
