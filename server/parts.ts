/** Puts the parts together over a connected database: what the server, the seed and tests run on. */
import type { Logger } from 'pino';
import { shift } from '../engine/calendar/shift.js';
import { Calendars } from '../models/calendars/book.js';
import { askAutomatic } from '../models/casework/automatic.js';
import { Directory } from '../models/directory.js';
import { FreshWork } from '../models/fresh-work.js';
import { KeptMessages } from '../models/kept-messages.js';
import { PlanStore } from '../models/plans.js';
import { Projector } from '../models/projector.js';
import type { QueryContext } from '../models/queries/context.js';
import { RuleBook } from '../models/rules.js';
import type { Store } from '../models/store.js';
import { Settings } from '../models/settings/settings.js';
import { Reception } from '../models/writes/reception.js';
import type { Outside } from '../workflows/activities/index.js';
import type { DossierHost } from '../workflows/host.js';
import { MessageRouter } from './message-router.js';
import { sampleServices } from './sample-services.js';

export interface Parts { context: QueryContext; projector: Projector; reception: Reception }

export async function createParts(store: Store, now: () => Date = () => new Date()): Promise<Parts> {
  const directory = new Directory(store, () => now().getTime());
  await directory.refresh();
  const plans = new PlanStore(store);
  const calendars = new Calendars(store);
  const rules = new RuleBook(store);
  const settings = new Settings(store);
  await Promise.all([calendars.refresh(), rules.refresh(), settings.refresh()]);
  const fresh = new FreshWork();
  const projector = new Projector({ store, plans, organisation: directory, calendars, fresh });
  const reception = new Reception(store, rules, (dossierId, facts) => { projector.remember(dossierId, facts); });
  return { context: { store, directory, plans, calendars, settings, rules, fresh, now }, projector, reception };
}

/** What dossiers reach outside their workflows. */
export function createOutside({ context, projector, reception }: Parts, host: DossierHost, log: Logger): Outside {
  const router = createRouter({ context, projector, reception }, host, log);
  return {
    project: async (batch) => {
      await projector.project(batch);
      router.subscribed(batch);
    },
    deliver: (delivery) => router.deliver(delivery), services: sampleServices,
    automatic: ({ dossierId, seq, at }) => askAutomatic(context, dossierId, seq, at),
  };
}

export function createRouter({ context, projector, reception }: Parts, host: DossierHost, log: Logger): MessageRouter {
  const keptUntil = (): Date => new Date(shift(context.calendars.of({}).calendar, context.now().getTime(), context.settings.get('message.keptFor')));
  return new MessageRouter({
    store: context.store, projector, reception, host, log, now: () => context.now(), agencyCode: (id) => context.directory.agency(id)?.code ?? id,
    kept: new KeptMessages(context.store, () => context.now()), keptUntil,
  });
}
