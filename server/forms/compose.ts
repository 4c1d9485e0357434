/** From the history of a dossier to what its forms say. Pure: names and the calendar are handed in. */
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import { nodeNamed } from '../../engine/record/ledger.js';
import { closedStops } from '../../models/projections/dossier-view.js';
import { dueOf, limitOf } from '../../models/calendar.js';
import type { DossierHistory } from '../../models/queries/forms.js';
import type { ReceivedPart } from '../../models/schemas/dossier.js';
import { dateOnly, dateTime, limitWords } from '../i18n.js';
import { handOvers } from './hand-overs.js';
import type { FormEntry, FormNo } from '../contract.js';
import type { FormFacts, Letterhead, Signer } from './facts.js';
import type { FormTemplate } from '../../models/form-templates.js';
import { occasionsOf, type Occasion } from './occasions.js';

export interface Names { staffName(id: string): string; position(id: string): string; departmentName(id: string): string; agencyName(id: string): string; deskOf(agencyId: string): string }
export interface Surroundings { names: Names; calendar: WorkCalendar; /** Address at which the applicant follows the dossier. */ link(dossierNo: string): string; /** What the agency's letters bear. */ template?: FormTemplate }

/** Parts of the numbers that forms bear. */
const KINDS: Readonly<Record<FormNo, string>> = { '01': 'TNHS', '02': 'YCBS', '03': 'TCHS', '04': 'XLGH', '05': 'DHS', '06': 'KSHS' };
const SYSTEM_SIGNER = 'Hệ thống lập tự động';

export function formsOf(history: DossierHistory): FormEntry[] {
  const counted = new Map<FormNo, number>();
  return occasionsOf(history).map(({ form, at }) => {
    counted.set(form, (counted.get(form) ?? 0) + 1);
    return { form, n: counted.get(form)!, at: at.toISOString() };
  });
}

/** Undefined when the dossier has no such form. */
export function formOf(history: DossierHistory, form: FormNo, n: number, around: Surroundings): FormFacts | undefined {
  const occasion = occasionsOf(history).filter((each) => each.form === form)[n - 1];
  if (!occasion) return undefined;
  const common = commonOf(history.doc, occasion, n, around);
  const signer = signerOf(occasion, around);
  switch (form) {
    case '01': return { form, facts: { ...common, ...receiptOf(history, around), submitter: { as: 'Người nộp hồ sơ', name: history.doc.facts.applicant.representative ?? history.doc.facts.applicant.name }, receiver: { as: 'Người tiếp nhận hồ sơ', name: signer.name } } };
    case '02': return { form, facts: { ...common, ...supplementOf(history, occasion, around), signer } };
    case '03': return { form, facts: { ...common, reason: occasion.reason ?? '', ...(occasion.ground ? { ground: occasion.ground } : {}), signer } };
    case '04': return { form, facts: { ...common, ...apologyOf(history, occasion, around), signer } };
    case '05': return { form, facts: { ...common, ...stopOf(history, occasion), signer } };
    case '06': return { form, facts: { ...common, rows: handOvers(history, around.names) } };
  }
}

type HeadFacts = Pick<DossierHistory['doc']['facts'], 'agencyId' | 'dossierNo' | 'procedureName'> & { applicant: Pick<DossierHistory['doc']['facts']['applicant'], 'name' | 'address' | 'phone' | 'email'> };
export function commonOf({ facts }: { facts: HeadFacts }, { form, at }: Pick<Occasion, 'form' | 'at'>, n: number, { names, link, template = {} }: Surroundings) {
  const { name, address, phone, email } = facts.applicant;
  const head: Letterhead = {
    agencyName: template.name ?? names.agencyName(facts.agencyId), ...(template.superior ? { superior: template.superior } : {}), ...(template.place ? { place: template.place } : {}), ...(template.crest ? { crest: template.crest } : {}),
    departmentName: names.deskOf(facts.agencyId), number: `${String(n).padStart(2, '0')}/${KINDS[form]}-${facts.dossierNo}`, date: dateOnly(at),
  };
  return {
    head, dossierNo: facts.dossierNo, procedureName: facts.procedureName, link: link(facts.dossierNo),
    owner: { name, ...(address ? { address } : {}), ...(phone ? { phone } : {}), ...(email ? { email } : {}) },
  };
}

export function signerOf({ by, onBehalfOf, draft }: Pick<Occasion, 'by' | 'onBehalfOf' | 'draft'>, { names, template = {} }: Surroundings): Signer {
  const above = template.onBehalf ? { onBehalf: template.onBehalf } : {};
  if (by === undefined) return { ...above, as: template.signatory?.as ?? 'Thủ trưởng cơ quan', name: draft ? 'Dự thảo, chưa ký' : (template.signatory?.name ?? SYSTEM_SIGNER) };
  const name = onBehalfOf === undefined ? names.staffName(by) : `${names.staffName(by)} (thay ${names.staffName(onBehalfOf)})`;
  return { ...above, as: names.position(by), name: draft ? `${name} (dự thảo, chưa ký)` : name };
}

/** The appointment as it was made at the desk: a later pause does not change a slip that has been handed out. */
function appointmentOf(history: DossierHistory, calendar: WorkCalendar): { limit?: string; dueAt?: string } {
  const { facts } = history.doc;
  const limit = keptLimit(history);
  const due = dueOf(calendar, facts.receivedAt.getTime(), limit);
  return { ...(limit ? { limit: limitWords(limit, 'vi') } : {}), ...(due === undefined ? {} : { dueAt: dateTime(new Date(due)) }) };
}

function receiptOf(history: DossierHistory, { names, calendar }: Surroundings) {
  const { facts } = history.doc;
  const [year, entry] = [dateOnly(facts.receivedAt).slice(-4), facts.dossierNo.slice(facts.dossierNo.lastIndexOf('-') + 1)];
  return {
    parts: facts.parts, ...appointmentOf(history, calendar), ...(facts.fee ? { fee: facts.fee } : {}), receivedAt: dateTime(facts.receivedAt), place: names.deskOf(facts.agencyId),
    registerEntry: `quyển ${year}, số thứ tự ${entry}`,
  };
}

function supplementOf({ doc: { facts } }: DossierHistory, occasion: Occasion, { names }: Surroundings) {
  // A drawn step names no parts: what was missing at the desk is what is wanted.
  const wanted = (part: ReceivedPart): boolean => (occasion.parts ? occasion.parts.includes(part.name) : !part.received);
  const listed = facts.parts.filter(wanted).map(({ name, form, copies }) => ({ name, form, copies }));
  const others = (occasion.parts ?? []).filter((name) => !facts.parts.some((part) => part.name === name)).map((name) => ({ name, form: 'original', copies: 1 }));
  return {
    parts: [...listed, ...others], reason: occasion.reason ?? '', ...(occasion.ground ? { ground: occasion.ground } : {}), ...(occasion.answerBy ? { answerBy: dateTime(occasion.answerBy) } : {}),
    contact: `${names.staffName(occasion.by ?? facts.receivedBy)}, ${names.deskOf(facts.agencyId)}`,
  };
}

function apologyOf(history: DossierHistory, occasion: Occasion, { names, calendar }: Surroundings) {
  const { doc } = history;
  const appointed = occasion.dueAt ? dateTime(occasion.dueAt) : dueBefore(history, calendar);
  const department = history.items.filter((item) => item.since <= occasion.at).at(-1)?.departmentId;
  return {
    receivedAt: dateTime(doc.receivedAt), appointedAt: appointed, unit: department ? names.departmentName(department) : names.agencyName(doc.agencyId),
    reason: occasion.reason ?? '', newDueAt: occasion.newDueAt ? dateTime(occasion.newDueAt) : '', place: names.deskOf(doc.agencyId),
  };
}

function keptLimit({ doc: { facts, limit }, plan }: DossierHistory): ReturnType<typeof limitOf> {
  return limit ?? limitOf(plan.processes[plan.root]?.procedure, undefined, facts.clock);
}

function dueBefore(history: DossierHistory, calendar: WorkCalendar): string {
  const { doc } = history;
  const due = dueOf(calendar, doc.receivedAt.getTime(), keptLimit(history), closedStops({ stops: doc.stops.map(({ from, to }) => (to ? [from.getTime(), to.getTime()] : [from.getTime()])) }));
  return due === undefined ? '' : dateTime(new Date(due));
}

function stopOf({ doc, items, plan }: DossierHistory, occasion: Occasion) {
  const at = items.filter((item) => item.since <= occasion.at && (!item.endedAt || item.endedAt >= occasion.at)).map((item) => nodeNamed(plan, item.element)?.name ?? item.step);
  return {
    stoppedAt: dateTime(occasion.at), stage: [...new Set(at)].join(', '), reason: occasion.reason ?? '', ...(occasion.ground ? { ground: occasion.ground } : {}),
    ...(doc.facts.fee ? { money: doc.facts.fee } : {}),
  };
}
