/** Facts of the `df:` extension (format.md section 1), as the file states them. */
import type { Expression } from '../../expression/ast.js';
import type { AcceptedFinding, DepartmentFacts, DocumentFacts, FieldFacts, FieldType, LegalBasis, PersonalLevel, ProcedureChannel, ProcedureFacts, StepFacts, TimeUnit } from '../../graph/types.js';
import { extensions, list, number, text, walk, type El } from '../element.js';

const fact = (element: El | undefined, type: string): El | undefined =>
  extensions(element).find((each) => each.$type === `df:${type}`);
const CHANNELS = ['desk', 'online', 'post'] as const;
const words = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter(Boolean);

/** Does anything in the element carry facts of the extension? What people decided about findings is no fact about the procedure. */
export function statesFacts(element: El): boolean {
  let found = false;
  walk(element, (each) => { found ||= extensions(each).some((fact) => fact.$type.startsWith('df:') && fact.$type !== 'df:AcceptedFinding'); });
  return found;
}

/** Copies what is stated; nothing is invented for what is not. */
function stated<T>(element: El, texts: readonly string[], numbers: readonly string[] = []): T {
  const facts: Record<string, unknown> = {};
  for (const name of texts) if (text(element, name) !== undefined) facts[name] = text(element, name);
  for (const name of numbers) if (number(element, name) !== undefined) facts[name] = number(element, name);
  return facts as T;
}

const legalBasis = (element: El): LegalBasis[] =>
  list(element, 'legalBasis').map((each) => ({ ...stated<LegalBasis>(each, ['title', 'from', 'to']), ref: text(each, 'ref') ?? '' }));

/** Findings that people decided to live with, as the process states them; those without reason or day are none. */
export function acceptedFindings(process: El): AcceptedFinding[] {
  return extensions(process).filter((each) => each.$type === 'df:AcceptedFinding').flatMap((each) => {
    const { check, reason, lookAgain, ...rest } = stated<Partial<AcceptedFinding>>(each, ['check', 'reason', 'lookAgain', 'by', 'on']);
    if (!check || !reason || !lookAgain) return [];
    const others = text(each, 'with')?.split(',').map((code) => code.trim()).filter((code) => code !== '');
    return [{ check, reason, lookAgain, ...rest, elements: words(text(each, 'elements')), ...(others && { with: others }) }];
  });
}

/** `conditionOf` reads the case that a limit is for. */
export function procedureFacts(process: El, conditionOf: (text: string) => Expression): ProcedureFacts | undefined {
  const facts = fact(process, 'Procedure');
  if (!facts) return undefined;
  return {
    ...stated<ProcedureFacts>(facts, ['code', 'name', 'level', 'field', 'counting', 'cutOff', 'fee', 'result', 'onlineService', 'subjects', 'requirements'], ['applicantsPerYear', 'timesPerYear', 'sets']),
    timeLimits: list(facts, 'timeLimits').filter((each) => number(each, 'value') !== undefined).map((each) => {
      const when = text(each, 'when');
      return { ...(when !== undefined && { when, condition: conditionOf(when) }), value: number(each, 'value')!, unit: (text(each, 'unit') ?? 'workingDays') as TimeUnit };
    }),
    legalBasis: legalBasis(facts),
    requiredDocuments: list(facts, 'requiredDocuments').map((each) => ({
      ...stated<ProcedureFacts['requiredDocuments'][number]>(each, ['name', 'original', 'source', 'form'], ['copies']), type: text(each, 'type') ?? '', mandatory: each.mandatory !== false,
    })),
    frameworks: list(facts, 'frameworks').map((each) => ({
      ...stated<ProcedureFacts['frameworks'][number]>(each, ['version', 'publisher', 'effectiveFrom', 'effectiveTo']), id: text(each, 'id') ?? '', defines: each.defines === true,
    })),
    ...channels(facts),
  };
}

/** Left out where none is stated, so that the plan of a file that states none is what it was. */
function channels(facts: El): Pick<ProcedureFacts, 'channels'> {
  const stating = list(facts, 'channels').flatMap((each) => {
    const kind = CHANNELS.find((known) => known === text(each, 'kind'));
    return kind ? [{ kind, ...stated<Omit<ProcedureChannel, 'kind'>>(each, ['unit', 'fee', 'note'], ['value']) }] : [];
  });
  return stating.length > 0 ? { channels: stating } : {};
}

export function departmentFacts(lane: El): DepartmentFacts | undefined {
  const facts = fact(lane, 'Department');
  return facts && { ...stated<DepartmentFacts>(facts, ['agency', 'calendar'], ['headcount', 'hourlyCost']), id: text(facts, 'id') ?? '', oneStop: facts.oneStop === true };
}

export function stepFacts(activity: El): { step?: StepFacts; legalBasis?: LegalBasis[] } {
  const facts = fact(activity, 'Step');
  if (!facts) return {};
  const basis = legalBasis(facts);
  return {
    step: {
      ...stated<StepFacts>(facts, ['kind', 'unit', 'role', 'medium', 'valueClass'], ['limit', 'standardMinutes']),
      checks: words(text(facts, 'checks')), separateFrom: words(text(facts, 'separateFrom')),
      mandatory: facts.mandatory !== false, accountable: facts.accountable === true, applicantContact: facts.applicantContact === true,
      clock: facts.clock === 'stopped' ? 'stopped' : 'runs',
    },
    ...(basis.length && { legalBasis: basis }),
  };
}

export function documentFacts(data: El): DocumentFacts | undefined {
  const facts = fact(data, 'Document');
  if (!facts) return undefined;
  const declared = list(facts, 'declared').filter((each) => text(each, 'name')).map(fieldFacts);
  const fields = [...words(text(facts, 'fields')), ...declared.map((each) => each.name)];
  return { ...stated<DocumentFacts>(facts, ['source', 'form']), type: text(facts, 'type') ?? '', fields: [...new Set(fields)], ...(declared.length > 0 && { declared }) };
}

/** A variable that stands in no document is declared where it is defined, under its own name. */
export function propertyFacts(property: El): FieldFacts | undefined {
  const field = fact(property, 'Field');
  return field && text(field, 'name') ? fieldFacts(field) : undefined;
}

function fieldFacts(field: El): FieldFacts {
  const personal = text(field, 'personal');
  const options = (text(field, 'options') ?? '').split('|').map((each) => each.trim()).filter(Boolean);
  return {
    ...stated<FieldFacts>(field, ['label'], ['min', 'max']), name: text(field, 'name')!, type: (text(field, 'type') ?? 'string') as FieldType,
    ...(field.required === true && { required: true }), ...(personal !== undefined && personal !== 'none' && { personal: personal as PersonalLevel }), ...(options.length > 0 && { options }),
  };
}

export function flowFacts(flow: El): { isReturn?: boolean; probability?: number } | undefined {
  const facts = fact(flow, 'Flow');
  if (!facts) return undefined;
  const probability = number(facts, 'probability');
  return { ...(facts.isReturn === true && { isReturn: true }), ...(probability !== undefined && { probability }) };
}
