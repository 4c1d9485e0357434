/** One step of one dossier: who does it and when, and what goes wrong with it. */
import type { ActivityNode, Id, ProcessGraph } from '../../graph/types.js';
import { HOUR } from '../clock.js';
import type { Agency, Playing } from './play.js';
import type { AgencyEvent, Trouble } from './types.js';

const UNATTENDED: ReadonlySet<string> = new Set(['serviceTask', 'scriptTask', 'sendTask', 'businessRuleTask', 'receiveTask']);
const LATE = 0.85;
const SUPPLEMENT_HOURS = 16;
const BATCH_DAYS: ReadonlySet<number> = new Set([2, 5]);
/** 15:00 in Viet Nam, UTC. */
const BATCH_HOUR = 8;
const DAY = 24 * HOUR;
const BOUNCED = 'Trao đổi lại với đơn vị';

interface Turn { playing: Playing; node: ActivityNode; unit: Id | undefined; activity: string }
type Cancel = () => void;

export class StepPlayer {
  constructor(private readonly agency: Agency) {}

  perform(playing: Playing, node: ActivityNode, graph: ProcessGraph, done: () => void): Cancel {
    const turn: Turn = { playing, node, unit: this.agency.departmentOf(node, graph)?.id, activity: node.name?.replace(/\s+/g, ' ').trim() ?? node.id };
    if (node.step?.kind === 'supplement') return this.supplement(turn, done);
    if (UNATTENDED.has(node.type) || turn.unit === undefined) return this.machine(turn, done);
    let undo: Cancel = () => undefined;
    const chain = this.rounds(turn);
    const next = (): void => {
      const round = chain.shift();
      if (!round) return done();
      undo = this.people(round, next);
    };
    next();
    return () => { undo(); };
  }

  private planted<K extends Trouble['kind']>(kind: K, about: (trouble: Extract<Trouble, { kind: K }>) => boolean): Extract<Trouble, { kind: K }> | undefined {
    return this.agency.troubles.find((each): each is Extract<Trouble, { kind: K }> => each.kind === kind && about(each as Extract<Trouble, { kind: K }>));
  }

  /** The step, and with the ping-pong planted, another unit's and the step again. */
  private rounds(turn: Turn): Turn[] {
    const trouble = this.planted('pingPong', ({ step }) => step === turn.node.id);
    if (!trouble || turn.playing.random.next() >= trouble.share) return [turn];
    return [turn, { ...turn, unit: trouble.unit, activity: BOUNCED }, turn];
  }

  /** Something that nobody does: some minutes. */
  private machine(turn: Turn, done: () => void): Cancel {
    const { agenda, clock } = this.agency;
    const at = clock.after(agenda.now, (0.02 + 0.05 * turn.playing.random.next()) * HOUR);
    this.log(turn, 'start');
    return agenda.plan(at, () => {
      this.log(turn, 'complete');
      done();
    });
  }

  /** The applicant brings what lacks while the clock stands still. */
  private supplement(turn: Turn, done: () => void): Cancel {
    const { agenda, clock } = this.agency;
    this.log(turn, 'start');
    this.log(turn, 'suspend', 'supplement');
    return agenda.plan(clock.after(agenda.now, (4 + 20 * turn.playing.random.next()) * HOUR), () => {
      this.log(turn, 'resume');
      this.log(turn, 'complete');
      done();
    });
  }

  private people(turn: Turn, done: () => void): Cancel {
    this.log(turn, 'schedule');
    const stopUntil = this.lateStop(turn);
    if (stopUntil === undefined) return this.queue(turn, done);
    const { agenda, clock } = this.agency;
    let undo: Cancel = agenda.plan(stopUntil, () => {
      this.log(turn, 'suspend', 'supplement');
      undo = agenda.plan(clock.after(agenda.now, SUPPLEMENT_HOURS * HOUR), () => {
        this.log(turn, 'resume');
        undo = this.queue(turn, done);
      });
    });
    return () => { undo(); };
  }

  /** When 85 % of the limit will have passed, for those that the habit meets. */
  private lateStop({ playing, node }: Turn): number | undefined {
    const trouble = this.planted('lateSupplement', ({ step }) => step === node.id);
    if (!trouble || playing.random.next() >= trouble.share) return undefined;
    return Math.max(this.agency.agenda.now, this.agency.clock.after(playing.since, LATE * playing.allowed * HOUR));
  }

  private queue(turn: Turn, done: () => void): Cancel {
    const { agenda, clock, options } = this.agency;
    const { playing, node } = turn;
    const { now } = agenda;
    const unit = this.agency.unit(turn.unit!);
    const isBatch = this.planted('batching', ({ step }) => step === node.id) !== undefined;
    const lies = this.planted('slowUnit', (each) => each.unit === turn.unit) ? (10 + 15 * playing.random.next()) * HOUR : 0;
    const isQuick = isBatch || this.planted('neverRefuses', ({ step }) => step === node.id) !== undefined;
    const version = playing.version === '2' ? this.planted('version', () => true)!.factor : 1;
    const cancel = unit.take({
      work: (isQuick ? 0.01 + 0.012 * playing.random.next() : this.agency.duration(node, playing.random) * version) * HOUR,
      from: isBatch ? nextBatch(options.start + now) - options.start : lies > 0 ? clock.after(now, lies) : now,
      except: this.apart(turn), only: isBatch ? unit.first : undefined,
      started: (person) => { this.log(turn, 'start', undefined, person); },
      done: (person) => {
        this.log(turn, 'complete', undefined, person);
        playing.did.set(node.id, (playing.did.get(node.id) ?? new Set()).add(person));
        done();
      },
    });
    return () => {
      cancel();
      this.log(turn, 'withdraw');
    };
  }

  /** Who did a step that must be kept apart from this one. */
  private apart({ playing, node }: Turn): Set<string> {
    const nodes = Object.values(this.agency.graph.nodes);
    const ids = [...(node.step?.separateFrom ?? []), ...nodes.flatMap((each) => (each.kind === 'activity' && each.step?.separateFrom.includes(node.id) ? [each.id] : []))];
    return new Set(ids.flatMap((id) => [...(playing.did.get(id) ?? [])]));
  }

  private log({ playing, node, unit, activity }: Turn, transition: AgencyEvent['transition'], reason?: string, person?: string): void {
    const { agenda, options, events } = this.agency;
    const { id, version, channel, due } = playing;
    events.push({
      dossier: id, activity, element: activity === BOUNCED ? '' : node.id, time: options.start + agenda.now, transition, version, channel,
      ...(unit !== undefined && { unit }), ...(person !== undefined && { person }), ...(reason !== undefined && { reason }), ...(due !== undefined && { due }),
    });
  }
}

/** The next Tuesday or Friday afternoon, epoch milliseconds. */
function nextBatch(now: number): number {
  for (let at = Math.floor(now / DAY) * DAY + BATCH_HOUR * HOUR; ; at += DAY) if (at > now && BATCH_DAYS.has(new Date(at).getUTCDay())) return at;
}
