/** Opening a dossier: register entry first, then the workflow. The same command again finishes what an interrupted one began. */
import type { Data } from '../engine/graph/types.js';
import { doer } from '../engine/interpreter/people.js';
import { firstWake } from '../models/casework/automatic.js';
import type { Actor } from '../models/directory.js';
import type { QueryContext } from '../models/queries/context.js';
import { dossierIdOf, type NewFacts, type Reception } from '../models/writes/reception.js';
import type { DossierHost, Submitted } from '../workflows/host.js';

interface Dependencies { host: DossierHost; context: QueryContext; reception: Reception }
/** The instant, and the rules, clock and calendar in force then, are filled in here. */
export type OpeningFacts = Omit<NewFacts, 'receivedAt' | 'rules' | 'clock' | 'calendar'>;
export type Opened = Submitted & { dossierId: string };

export class Opening {
  constructor(private readonly given: Dependencies) {}

  async open(actor: Actor, commandId: string, opening: OpeningFacts, data: Data | undefined): Promise<Opened> {
    const { context, reception, host } = this.given;
    const receivedAt = context.now();
    await Promise.all([context.rules.upToDate(), context.settings.upToDate(), context.calendars.upToDate()]);
    const rules = context.rules.inForce(opening.agencyId, receivedAt).ref;
    const clock = context.settings.clockRules({ agencyId: opening.agencyId, procedureId: opening.procedureId });
    const calendar = context.calendars.of({ agencyId: opening.agencyId }).id;
    const code = context.directory.agency(opening.agencyId)?.code ?? opening.agencyId;
    const { dossierId, facts } = await reception.register(dossierIdOf(actor.agencyId, commandId), commandId, { ...opening, receivedAt, rules, clock, calendar }, code);
    const plan = await context.plans.plan(facts.planHash);
    const place = { named: facts.calendar, agencyId: facts.agencyId };
    const wakeAt = firstWake(facts, plan, data, context.rules.of(facts).rules, context.calendars.of(place).calendar);
    const answer = await host.start(dossierId, facts.planHash, {
      type: 'startProcess', commandId, at: receivedAt.getTime(), ...doer({ by: actor.id, onBehalfOf: opening.receivedOnBehalfOf }), businessKey: facts.dossierNo, ...(data ? { data } : {}), ...context.calendars.forTimers(plan, place),
    }, wakeAt === undefined ? {} : { wakeAt });
    return { ...answer, dossierId };
  }
}
