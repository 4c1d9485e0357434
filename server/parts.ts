/** Puts the parts together over a connected database: what the server, the seed and tests run on. */
import type { Logger } from 'pino';
import type { WordList } from '../engine/check.js';
import { shift } from '../engine/calendar/shift.js';
import { Calendars } from '../models/calendars/book.js';
import { askAutomatic } from '../models/casework/automatic.js';
import { Directory } from '../models/directory.js';
import { FigureCounter } from '../models/figures/counter.js';
import { ChangeFeed } from '../models/live/feed.js';
import { FreshWork } from '../models/fresh-work.js';
import { KeptMessages } from '../models/kept-messages.js';
import { PlanStore } from '../models/plans.js';
import type { PortalChanges } from '../models/portal.js';
import { Projector } from '../models/projector.js';
import type { QueryContext } from '../models/queries/context.js';
import { VersionsInForce } from '../models/revisions/in-force.js';
import { RuleBook } from '../models/rules.js';
import type { Store } from '../models/store.js';
import { StandIns } from '../models/stand-ins.js';
import { Settings } from '../models/settings/settings.js';
import { Tracking } from '../models/tracking.js';
import { TrailSealer } from '../models/trail/sealer.js';
import { Reception } from '../models/writes/reception.js';
import type { Outside } from '../workflows/activities/index.js';
import type { DossierHost } from '../workflows/host.js';
import { MessageRouter } from './message-router.js';
import { MonthlyReports } from './monthly-reports.js';
import { sampleServices } from './sample-services.js';

export interface Parts { context: QueryContext; projector: Projector; reception: Reception; changes: ChangeFeed; trail: TrailSealer; figures: FigureCounter }

/** @param words of labels that the agency adds */
export async function createParts(store: Store, now: () => Date = () => new Date(), words?: WordList): Promise<Parts> {
  const standIns = new StandIns(store, () => now().getTime());
  const directory = new Directory(store, () => now().getTime(), standIns);
  await directory.refresh();
  const plans = new PlanStore(store);
  const calendars = new Calendars(store, now);
  const rules = new RuleBook(store);
  const settings = new Settings(store);
  await Promise.all([calendars.refresh(), rules.refresh(), settings.refresh()]);
  const tracking = await Tracking.open(store, now());
  const fresh = new FreshWork();
  const changes = new ChangeFeed(store);
  const trail = new TrailSealer(store, now);
  const figures = new FigureCounter(store, calendars, now);
  const projector = new Projector({ store, settings, plans, organisation: directory, calendars, fresh, changes, trail, figures });
  const reception = new Reception(store, rules, (dossierId, facts) => { projector.remember(dossierId, facts); }, trail);
  return { context: { store, directory, plans, calendars, settings, rules, fresh, tracking, standIns, now, ...(words && { words }) }, projector, reception, changes, trail, figures };
}

/** What dossiers reach outside their workflows. */
/** `portal`: changes of state are noted for the National Portal; without it none is connected. */
export function createOutside(parts: Parts, host: DossierHost, log: Logger, portal?: PortalChanges): Outside {
  const { context, projector } = parts;
  const router = createRouter(parts, host, log);
  return {
    project: async (batch) => {
      await projector.project(batch);
      router.subscribed(batch);
      await portal?.note(batch.dossierId);
    },
    deliver: (delivery) => router.deliver(delivery), services: sampleServices,
    monthlyReports: (at) => new MonthlyReports(context).makeAll(new Date(at)),
    automatic: ({ dossierId, seq, at }) => askAutomatic(context, dossierId, seq, at),
  };
}

export function createRouter({ context, projector, reception }: Parts, host: DossierHost, log: Logger): MessageRouter {
  const keptUntil = (): Date => new Date(shift(context.calendars.of({}).calendar, context.now().getTime(), context.settings.get('message.keptFor')));
  return new MessageRouter({
    store: context.store, projector, reception, host, log, now: () => context.now(), agencyCode: (id) => context.directory.agency(id)?.code ?? id,
    kept: new KeptMessages(context.store, () => context.now()), keptUntil, inForce: new VersionsInForce(context),
  });
}
