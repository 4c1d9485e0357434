/** Accepting a finding writes it into the drawing, under its process, as one change that can be taken back. */
import type { TellingFinding } from '../../engine/check.js';
import { create, update, type ModdleElement, type Services, type Shape } from '../properties/facts.js';

const TYPE = 'df:AcceptedFinding';
export interface Acceptance { reason: string; lookAgain: string; by?: string; on?: string }
interface Canvas { getRootElement(): Shape }
interface Registry { get(id: string): Shape | undefined }

/** An acceptance of the same finding is replaced; without `acceptance` it is withdrawn. */
export function acceptFinding(services: Services, { check, elements, with: procedures }: TellingFinding, acceptance: Acceptance | undefined): void {
  const shape = elements.map((id) => services.get<Registry>('elementRegistry').get(id)).find((each) => each !== undefined) ?? services.get<Canvas>('canvas').getRootElement();
  const process = processOf(shape.businessObject);
  if (!process) return;
  const key = [...new Set(elements)].sort().join(' ');
  const codes = procedures && [...new Set(procedures)].sort().join(', ');
  const extension = process.extensionElements as ModdleElement | undefined;
  const others = ((extension?.get('values') as ModdleElement[] | undefined) ?? []).filter((each) => !(each.$type === TYPE && each.get('check') === check && sameElements(each, key) && (each.get('with') ?? undefined) === codes));
  const holder = extension ?? create(services, 'bpmn:ExtensionElements', process);
  const added = acceptance ? [create(services, TYPE, holder, { check, elements: key, ...(codes !== undefined && { with: codes }), ...acceptance })] : [];
  if (extension) return update(services, shape, extension, { values: [...others, ...added] });
  for (const each of added) (holder.get('values') as ModdleElement[]).push(each);
  update(services, shape, process, { extensionElements: holder });
}
function sameElements(accepted: ModdleElement, key: string): boolean { return String(accepted.get('elements') ?? '').split(/\s+/).filter(Boolean).sort().join(' ') === key; }

/** The process that an element belongs to: of a pool its process, of a drawing with pools the first one's. */
function processOf(element: ModdleElement): ModdleElement | undefined {
  if (element.$type === 'bpmn:Participant') return element.processRef as ModdleElement | undefined;
  if (element.$type === 'bpmn:Collaboration') return (element.participants as ModdleElement[]).map((each) => each.processRef as ModdleElement | undefined).find((each) => each !== undefined);
  for (let at: ModdleElement | undefined = element; at; at = at.$parent) if (at.$type === 'bpmn:Process') return at;
  return undefined;
}
