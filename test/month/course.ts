/** The course of the month: what is due next is waited for and done, dossier by dossier, until all have ended. */
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import { instantAtOpenTime, nextOpen, openTimeBefore } from '../../engine/calendar/open-time.js';
import type { Data, Instant } from '../../engine/graph/types.js';
import type { Random } from '../../scripts/seed/random.js';
import type { DossierRow } from '../../server/contract.js';
import { ASKED, carryOut, COURSES } from './beside.js';
import { AT_BROWSERS, type Staff, type Work } from './staff.js';
import type { Act, Beside, Story } from './stories.js';
import type { World } from './world.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Halves of days: the longest wait of the library is a notice of thirty days, and holidays come on top. */
const PATIENCE = 160;

export interface Life {
  story: Story; at: Instant; next: number; dossier?: DossierRow; noticed?: string; patience: number;
  /** What was begun beside the drawing and is not over. */
  open?: { beside: Beside; by: string; department?: string };
  done: Beside[]; inBrowser: number;
  /** Where an outside system led another way than the script. */
  diverted: string[];
}

export class Course {
  readonly lives: Life[];
  constructor(private readonly world: World, private readonly staff: Staff, private readonly calendar: WorkCalendar, private readonly random: Random, stories: readonly Story[],
    /** Who does what that person would do today. */
    private readonly actsFor: (who: string, at: Instant) => string) {
    this.lives = stories.map((story) => ({ story, at: story.at, next: 0, patience: PATIENCE, done: [], inBrowser: 0, diverted: [] }));
  }

  async run(): Promise<void> {
    const waiting = [...this.lives];
    while (waiting.length > 0) {
      waiting.sort((a, b) => a.at - b.at);
      const life = waiting.shift()!;
      await this.world.until(life.at);
      const at = await this.goOn(life);
      if (at !== undefined) waiting.push(Object.assign(life, { at }));
    }
  }

  /** Does what is next; answers when to look again. */
  private async goOn(life: Life): Promise<Instant | undefined> {
    if (!life.dossier) return this.receive(life);
    if (life.open) return this.endBeside(life, life.open);
    const act = life.story.acts[life.next];
    if (!act) return this.end(life);
    if (act.kind === 'wait') { life.next += 1; return this.world.now() + act.for; }
    return act.kind === 'beside' ? this.beside(life, act.beside) : this.step(life, act);
  }

  /** What the script does not say is done as it comes, until nothing is open. */
  private async end(life: Life): Promise<Instant | undefined> {
    const { open } = (await this.world.parts.context.store.dossiers.findById(life.dossier!.id, { open: 1 }).lean())!;
    return open ? this.waitFor(life, { element: 'the end' }) : undefined;
  }

  private async receive(life: Life): Promise<Instant> {
    const { procedureId, channel, applicant, data, acts } = life.story;
    const first = acts.find((each) => each.kind === 'complete');
    for (const who of new Set([first?.by || 'lan', 'lan', 'ha', 'lien', 'yen', 'long'])) {
      const reply = await this.staff.post<DossierRow>(this.actsFor(who, this.world.now()), '/api/dossiers', { commandId: `month-no-${life.story.no}`, procedureId, channel, applicant, parts: [], data });
      if (reply.status === 201) { life.dossier = reply.body; return this.later(5); }
    }
    throw new Error(`nobody may receive a dossier of ${procedureId}`);
  }

  private async step(life: Life, act: Act & { kind: 'complete' }): Promise<Instant | undefined> {
    const { who, work } = await this.workOf(life.dossier!.id, act);
    if (!work || who === undefined) return this.waitFor(life, act);
    if (life.noticed !== work.id) return this.notice(life, act, work, who);
    const outcome = this.outcomeInBrowser(life, act, work, who);
    if (outcome !== 'none') {
      await this.staff.decide(who, work, outcome);
      life.inBrowser += 1;
    } else {
      const reply = await this.staff.complete(who, work, act.data, wayOut(work, act.data));
      if (reply.status !== 200) throw new Error(`${who} cannot complete ${act.element} of ${life.dossier!.dossierNo}: ${JSON.stringify(reply.body)}`);
    }
    life.next += 1;
    return this.later(3);
  }

  /** Not there yet; or an outside system has answered otherwise than in the script, and what is there is done instead. */
  private async waitFor(life: Life, { element }: { element: string }): Promise<Instant | undefined> {
    life.patience -= 1;
    const open = await this.world.parts.context.store.workItems.find({ dossierId: life.dossier!.id, open: true }).lean();
    const said = `${life.dossier!.dossierNo} (${life.story.procedureId}, ${life.story.branch}): waits for ${element}, open are ${open.map((each) => each.element).join(', ')}`;
    if (life.patience < 0) throw new Error(said);
    const [first] = open;
    if (!first || PATIENCE - life.patience < 4) return this.world.now() + DAY / 2;
    const { outcomes } = (await this.workOf(life.dossier!.id, { element: first.element, by: '' })).work ?? { outcomes: [] };
    const chosen = outcomes.find((each) => each.kind === 'forward') ?? outcomes[0];
    life.story = { ...life.story, acts: [...life.story.acts.slice(0, life.next), { kind: 'complete', element: first.element, data: (chosen?.data ?? {}) as Data, by: '' }] };
    life.diverted.push(`${element} → ${first.element}`);
    life.patience = PATIENCE;
    return this.later(1);
  }

  /** The open step as whoever does it sees it; scripts that name nobody leave it to those of the department who may. */
  private async workOf(dossierId: string, { element, by }: { element: string; by: string }): Promise<{ who?: string; work?: Work }> {
    const { store, directory } = this.world.parts.context;
    const item = await store.workItems.findOne({ dossierId, element, open: true }).lean();
    if (!item) return {};
    const able = directory.staffOf({ departmentId: item.departmentId, ...(item.role ? { role: item.role } : {}) });
    for (const each of by === '' ? able : [by, ...able]) {
      const who = this.actsFor(each, this.world.now());
      const work = (await this.staff.view(who, dossierId)).work?.find((each) => each.element === element);
      if (work?.mayAct) return { who, work };
    }
    return {};
  }

  /** Sees the step in the list, takes it or leaves it there, and does it when there is time for it. */
  private async notice(life: Life, { element }: { element: string }, work: Work, who: string): Promise<Instant> {
    life.noticed = work.id;
    if (work.status === 'offered' && work.mayAct && this.random.chance(0.5)) await this.staff.post(who, `/api/work/${work.id}/claim`, {});
    const left = work.stepDueAt ? openTimeBefore(this.calendar, Date.parse(work.stepDueAt)) - openTimeBefore(this.calendar, this.world.now()) : 0;
    // Leaders sign late now and then; nothing of the drawings ends a signature by itself.
    const share = element.startsWith('ky') && this.random.chance(0.15) ? 1.6 : this.random.between(0.1, 0.8);
    return this.later(Math.max(left > 0 ? left / MINUTE * share : this.random.between(20, 120), 2));
  }

  /** The way out to press, undefined for a step with a single button; `none` where it needs more than that or somebody else's desk. */
  private outcomeInBrowser({ story }: Life, { data }: { data: object }, work: Work, who: string): Work['outcomes'][number] | undefined | 'none' {
    if (!story.inBrowser || !AT_BROWSERS.has(who) || !work.mayAct || work.form.schema.required.length > 0) return 'none';
    const given = Object.entries(data);
    if (work.outcomes.length === 0) return given.length === 0 ? undefined : 'none';
    const fits = wayOut(work, data);
    return fits ?? (work.outcomes.length === 1 && given.length === 0 ? work.outcomes[0] : 'none');
  }

  /** Everybody of the agencies that have to do with it. */
  private async around({ dossier }: Life): Promise<string[]> {
    const { store, directory } = this.world.parts.context;
    const { agencies } = (await store.dossiers.findById(dossier!.id, { agencies: 1 }).lean())!;
    return agencies.flatMap((agencyId) => directory.staffOf({ agencyId }));
  }

  private async beside(life: Life, beside: Beside): Promise<Instant> {
    const done = await carryOut(this.staff, life.dossier!.id, COURSES[beside].begin, await this.around(life));
    const { acts } = life.story;
    if (!done) {
      // Not here: perhaps after the next step.
      life.story = { ...life.story, acts: acts.flatMap((each, index) => (index === life.next ? acts.slice(index + 1, index + 2) : index === life.next + 1 ? acts.slice(life.next, life.next + 1) : [each])) };
      if (life.story.acts[life.next]?.kind === 'beside') life.story.acts.splice(life.next, 1);
      return this.later(1);
    }
    life.done.push(beside);
    life.next += 1;
    if (beside === 'withdrawal') life.story = { ...life.story, acts: acts.slice(0, life.next) };
    else life.open = { beside, ...done };
    return this.later(COURSES[beside].days * 480);
  }

  private async endBeside(life: Life, { beside, by, department }: NonNullable<Life['open']>): Promise<Instant> {
    const { end } = COURSES[beside];
    const asked = department === undefined ? [] : [ASKED[department]!];
    if (end) {
      const done = await carryOut(this.staff, life.dossier!.id, end, [...asked, by, ...await this.around(life)]);
      if (!done) throw new Error(`${life.dossier!.dossierNo} (${life.story.procedureId}): nobody is offered ${end}`);
    } else {
      const [who] = asked;
      const view = await this.staff.view(who!, life.dossier!.id);
      const opinion = view.casework.opinions.find((each) => !each.answer)!;
      const reply = await this.staff.post(who!, `/api/work/${life.dossier!.id}.${opinion.id}/complete`, { note: 'Không có vướng mắc.' });
      if (reply.status !== 200) throw new Error(`${who} cannot answer: ${JSON.stringify(reply.body)}`);
    }
    delete life.open;
    return this.later(5);
  }

  /** `minutes` of office time from now. */
  private later(minutes: number): Instant {
    const from = nextOpen(this.calendar, this.world.now());
    return instantAtOpenTime(this.calendar, openTimeBefore(this.calendar, from) + Math.max(Math.round(minutes * MINUTE), 1));
  }
}

/** The way out that the data of the script means. */
function wayOut(work: Work, data: object): Work['outcomes'][number] | undefined {
  const given = Object.entries(data);
  return work.outcomes.find((outcome) => given.length > 0 && given.every(([name, value]) => outcome.data[name] === value));
}
