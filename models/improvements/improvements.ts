/** What people do to an improvement record, from what was found to the decision whether the change stays. */
import { editDefinitions } from '../../engine/bpmn/edit.js';
import type { TellingFinding } from '../../engine/analysis/finding.js';
import { verdictFor, type Measure } from '../../engine/improvement/index.js';
import { type Remedy, remediesFor } from '../../engine/remedies/remedy.js';
import type { Actor } from '../directory.js';
import { Refusal, wrongField } from '../problem.js';
import type { QueryContext } from '../queries/context.js';
import { PracticeQueries } from '../queries/practice.js';
import { examine } from '../revisions/examine.js';
import { agenciesOf, visibleDossiers } from '../rights.js';
import type { DossierRelation, ImprovementAct, ImprovementDoc, ImprovementKind, ImprovementSource, ImprovementStep, LinkedDossier, RecordedFinding } from '../schemas/improvement.js';
import type { ProcedureWrites } from '../writes/procedures.js';
import { isOver, mayMeasure, mayNameVersion, mayOpenDraft, mayPlan, mayPredict, whyNotDecide } from './life.js';
import { ImprovementRecords } from './records.js';
import { VersionEffects } from './versions.js';

export interface FindingName { source: 'drawing' | 'log'; check: string; version: number; elements: readonly string[] }
export interface NewImprovement {
  source: ImprovementSource; procedureId?: string | undefined; title?: string | undefined; kind?: ImprovementKind | undefined; owner?: string | undefined; dueDay?: string | undefined;
  finding?: FindingName | undefined; dossierId?: string | undefined; relation?: DossierRelation | undefined; note?: string | undefined;
}
export interface Planned { cause: string; owner: string; dueDay: string; goal: Measure; kind: ImprovementKind }

const DAY_MS = 86_400_000;
/** Unless another day is said: in thirty days. */
const DUE_DAYS = 30;
const RELATION: Readonly<Record<ImprovementSource, DossierRelation>> = { drawing: 'evidence', log: 'evidence', audit: 'audit', complaint: 'evidence', lateDossier: 'evidence' };

export class Improvements {
  readonly records: ImprovementRecords;
  private readonly effects: VersionEffects;

  constructor(private readonly context: QueryContext, private readonly procedures: ProcedureWrites, private readonly practice = new PracticeQueries(context)) {
    this.records = new ImprovementRecords(context.store);
    this.effects = new VersionEffects(context);
  }

  /** Throws Refusal unknown-dossier, unknown-procedure, bad-request. */
  async open(actor: Actor, asked: NewImprovement): Promise<ImprovementDoc> {
    const { store, now, directory } = this.context;
    const dossier = asked.dossierId === undefined ? undefined : await this.dossier(actor, { _id: asked.dossierId }, asked.relation ?? RELATION[asked.source]);
    const procedureId = asked.procedureId ?? dossier?.procedureId;
    if (procedureId === undefined) throw wrongField('procedureId', 'is needed');
    const procedure = await store.procedures.findById(procedureId, { name: 1 }).lean();
    if (!procedure) throw new Refusal('unknown-procedure', `no procedure ${procedureId}`);
    const finding = asked.finding && await this.recorded(actor, procedureId, asked.finding);
    const title = asked.title || finding?.message || (dossier && `${dossier.linked.dossierNo}`);
    if (!title) throw wrongField('title', 'is needed');
    const owner = asked.owner ?? actor.id;
    this.checkOwner(actor, owner);
    const dueDay = asked.dueDay ?? new Date(now().getTime() + DUE_DAYS * DAY_MS).toISOString().slice(0, 10);
    return this.records.insert({
      agencyId: actor.agencyId, procedureId, procedureName: procedure.name, kind: asked.kind ?? (asked.source === 'drawing' || asked.source === 'log' ? 'improvement' : 'nonconformity'), source: asked.source, state: 'open', title,
      openedAt: now(), openedBy: actor.id, owner: directory.known(owner)!.id, dueDay, goal: asked.source === 'lateDossier' ? 'lateShare' : 'medianHours', ...(finding && { finding }), dossiers: dossier ? [dossier.linked] : [],
    }, this.step(actor, 'opened', asked.note));
  }

  async plan(actor: Actor, id: string, planned: Planned): Promise<ImprovementDoc> {
    const doc = await this.records.find(actor, id);
    if (!mayPlan(actor, doc)) throw new Refusal(isOver(doc) ? 'wrong-state' : 'forbidden', 'for its owner and who keeps the quality system, before the decision');
    // By what a change will be judged is said before anybody has seen what it did.
    if (doc.measured && planned.goal !== doc.goal) throw wrongField('goal', 'stays as it was when the effect was measured');
    this.checkOwner(actor, planned.owner);
    return this.records.write(doc, { ...planned, ...(doc.state === 'open' && { state: 'planned' as const }) }, this.step(actor, 'planned', planned.cause));
  }

  /** People know dossiers by their numbers. */
  async link(actor: Actor, id: string, dossierNo: string, relation: DossierRelation): Promise<ImprovementDoc> {
    const doc = await this.records.find(actor, id);
    const { linked } = await this.dossier(actor, { dossierNo }, relation);
    if (doc.dossiers.some((each) => each.dossierId === linked.dossierId && each.relation === relation)) return doc;
    return this.records.write(doc, { dossiers: [...doc.dossiers, linked] }, this.step(actor, 'linked', linked.dossierNo));
  }

  /** Remedies of the finding that the record is about, each tried on the drawing in force; empty where none is mechanical. */
  async remedies(actor: Actor, id: string): Promise<Remedy[]> {
    const doc = await this.records.find(actor, id);
    return (await this.withRemedies(doc)).remedies;
  }

  /** A draft from the version in force, with the remedy made in it where one is chosen. Throws Refusal stale-draft, in-review, wrong-state. */
  async openDraft(actor: Actor, id: string, remedy: number | undefined): Promise<ImprovementDoc> {
    const doc = await this.records.find(actor, id);
    if (!mayOpenDraft(actor, doc)) throw new Refusal(doc.state === 'planned' ? 'forbidden' : 'wrong-state', 'a designer opens a draft from a record whose cause is known');
    const { base, xml, remedies } = await this.withRemedies(doc);
    const chosen = remedy === undefined ? undefined : remedies[remedy];
    if (remedy !== undefined && !chosen) throw wrongField('remedy', `is none of the ${remedies.length} that there are`);
    await this.procedures.saveDraft(actor, doc.procedureId, chosen ? await editDefinitions(xml, chosen.edits) : xml);
    return this.records.write(doc, { state: 'changing', base, ...(chosen && { remedy: { kind: chosen.kind, changes: chosen.edits.length, savedHours: chosen.savedHours } }) }, this.step(actor, 'draftOpened', chosen?.kind));
  }

  /** Of the draft, or of the version once it is named. */
  async predict(actor: Actor, id: string): Promise<ImprovementDoc> {
    const doc = await this.records.find(actor, id);
    if (!mayPredict(actor, doc)) throw new Refusal(doc.state === 'changing' ? 'forbidden' : 'wrong-state', 'a draft has to be opened first');
    const { store, now } = this.context;
    const version = doc.version === undefined ? null : await store.revisions.findOne({ procedureId: doc.procedureId, version: doc.version }, { xml: 1 }).lean();
    const xml = version?.xml ?? (await store.procedures.findById(doc.procedureId, { draft: 1 }).lean())?.draft?.xml;
    if (xml === undefined) throw new Refusal('no-draft', 'there is no draft: name the version that carries the change');
    const predicted = await this.effects.predicted(actor, doc.procedureId, doc.base!, xml);
    return this.records.write(doc, { predicted: { ...predicted, at: now() } }, this.step(actor, 'predicted'));
  }

  /** The version that the draft has become. */
  async nameVersion(actor: Actor, id: string, version: number): Promise<ImprovementDoc> {
    const doc = await this.records.find(actor, id);
    if (!mayNameVersion(actor, doc)) throw new Refusal(doc.state === 'changing' ? 'forbidden' : 'wrong-state', 'a draft has to be opened first');
    const found = await this.context.store.revisions.findOne({ procedureId: doc.procedureId, version }, { _id: 1 }).lean();
    if (!found || version <= doc.base!) throw wrongField('version', `must be one after version ${doc.base!}`);
    return this.records.write(doc, { version }, this.step(actor, 'versionNamed', String(version)));
  }

  async measure(actor: Actor, id: string): Promise<ImprovementDoc> {
    const doc = await this.records.find(actor, id);
    if (!mayMeasure(actor, doc)) throw new Refusal('wrong-state', 'the version that carries the change has to be named first');
    const effect = await this.effects.measured(actor, doc.procedureId, doc.base!, doc.version!);
    const { verdict, worse } = verdictFor(doc.goal, effect);
    return this.records.write(doc, { measured: { ...effect, verdict, worse, at: this.context.now() } }, this.step(actor, 'measured', verdict));
  }

  /** Rolling back makes the former version a new one: at once where the agency allows it, else as a draft that goes its way. */
  async decide(actor: Actor, id: string, decision: 'keep' | 'rollBack' | 'close', reason: string): Promise<ImprovementDoc> {
    const doc = await this.records.find(actor, id);
    const whyNot = whyNotDecide(actor, doc, decision);
    if (whyNot) throw new Refusal(whyNot, 'decided once it was measured, by another than its owner');
    const [state, act] = { keep: ['kept', 'kept'] as const, rollBack: ['rolledBack', 'rolledBack'] as const, close: ['closed', 'closed'] as const }[decision];
    const restored = decision === 'rollBack' ? await this.procedures.restore(actor, doc.procedureId, doc.base!, `${doc.no}: ${reason}`) : undefined;
    return this.records.write(doc, { state, ...(restored !== undefined && { restoredAs: restored }) }, this.step(actor, act, reason));
  }

  private async withRemedies({ procedureId, finding }: ImprovementDoc): Promise<{ base: number; xml: string; remedies: Remedy[] }> {
    const { store, words } = this.context;
    const procedure = await store.procedures.findById(procedureId, { currentVersion: 1 }).lean();
    const version = procedure?.currentVersion === undefined ? null : await store.versions.findOne({ procedureId, version: procedure.currentVersion }, { xml: 1, version: 1 }).lean();
    if (!version) throw new Refusal('not-published', `procedure ${procedureId} has no version in force`);
    const { model, findings } = await examine(version.xml, undefined, undefined, words);
    const own = finding && findings.find((each): each is TellingFinding => each.canTell && isSame(each, finding));
    return { base: version.version, xml: version.xml, remedies: own ? await remediesFor(model, own) : [] };
  }

  /** As the program finds it, not as somebody sends it. */
  private async recorded(actor: Actor, procedureId: string, { source, check, version, elements }: FindingName): Promise<RecordedFinding> {
    const { store } = this.context;
    const wanted = { check, elements: [...elements] };
    const found = source === 'drawing'
      ? (await store.findings.find({ procedureId, version }).lean()).map((each) => each.finding as TellingFinding)
      : (await this.practice.findings(actor, { procedureId, version }, 'vi')).findings.filter((each) => each.source === 'log').map((each) => each.finding);
    const finding = found.find((each) => isSame(each, wanted));
    if (!finding) throw wrongField('finding', 'is not found in this version');
    const { severity, message, suggestion, hoursPerYear, evidence } = finding;
    return {
      check, severity, message, version, elements: [...elements], ...(suggestion !== undefined && { suggestion }), ...(hoursPerYear !== undefined && { hoursPerYear }),
      ...(typeof evidence['caseCount'] === 'number' && { dossiers: evidence['caseCount'] }),
    };
  }

  private async dossier(actor: Actor, named: { _id: string } | { dossierNo: string }, relation: DossierRelation): Promise<{ procedureId: string; linked: LinkedDossier }> {
    const found = await this.context.store.dossiers.findOne({ ...named, ...visibleDossiers(actor) }, { dossierNo: 1, procedureId: 1 }).lean();
    if (!found) throw new Refusal('unknown-dossier', `no dossier ${Object.values(named).join('')}`);
    return { procedureId: found.procedureId, linked: { dossierId: found._id, dossierNo: found.dossierNo, relation } };
  }

  private checkOwner(actor: Actor, owner: string): void {
    const person = this.context.directory.known(owner);
    if (!person || !agenciesOf(actor).includes(person.agencyId)) throw wrongField('owner', 'must work in the agency');
  }
  private step(actor: Actor, act: ImprovementAct, note?: string): ImprovementStep {
    return { act, at: this.context.now(), by: actor.id, ...(note ? { note } : {}) };
  }
}

const isSame = (finding: Pick<TellingFinding, 'check' | 'elements'>, { check, elements }: { check: string; elements: readonly string[] }): boolean => finding.check === check && finding.elements.join() === elements.join();
