/** A framework's sample process as the process of one agency: its departments, its name beside the framework that it follows. */
import type { Part, Parts } from '../merge/parts.js';

/** In a sample the agency that will adopt it; other agencies that take part are named as they are. */
export const ADOPTING_AGENCY = 'adopting-agency';
export interface Followed { id: string; version: string; publisher: string; effectiveFrom: string; effectiveTo?: string }

/**
 * @param departments of the agency, by those of the sample; one that is not among them keeps its id
 * @param followed absent: no framework
 */
export function localise(sample: Parts, agency: string, departments: Readonly<Record<string, string>>, followed?: Followed): Parts {
  const parts = new Map<string, Part>();
  for (const [key, part] of sample) {
    const isOwn = part.type === 'df:Department' && part.values['agency'] === ADOPTING_AGENCY;
    if (isOwn) parts.set(key, { ...part, values: { ...part.values, agency, id: departments[String(part.values['id'])] ?? part.values['id']! } });
    else if (part.type !== 'df:Framework') parts.set(key, part);
  }
  return followed ? withFramework(parts, followed, false) : parts;
}

/** As a framework's own sample: `agency` becomes the one that will adopt it. */
export function generalise(drawing: Parts, agency: string, framework: Followed): Parts {
  const parts = new Map<string, Part>();
  for (const [key, part] of drawing) {
    if (part.type === 'df:Framework') continue;
    parts.set(key, part.type === 'df:Department' && part.values['agency'] === agency ? { ...part, values: { ...part.values, agency: ADOPTING_AGENCY } } : part);
  }
  return withFramework(parts, framework, true);
}

/** The same drawing, following another version. */
export function withFramework(drawing: Parts, { id, ...followed }: Followed, defines: boolean): Parts {
  const parts = new Map([...drawing].filter(([, part]) => part.type !== 'df:Framework' || part.values['id'] !== id));
  const procedure = [...parts.values()].find(({ type }) => type === 'df:Procedure');
  if (!procedure) return parts;
  const key = `${procedure.key}/frameworks[df:Framework ${id}]`;
  return parts.set(key, { key, type: 'df:Framework', parent: procedure.key, slot: 'frameworks', named: false, values: { id, ...followed, ...(defines && { defines }) }, refs: {} });
}

/** Departments of the adopting agency that a sample names, with the names of their lanes. */
export function departmentsIn(sample: Parts): { id: string; name: string; oneStop: boolean }[] {
  const found = new Map<string, { id: string; name: string; oneStop: boolean }>();
  for (const part of sample.values()) {
    if (part.type !== 'df:Department' || part.values['agency'] !== ADOPTING_AGENCY) continue;
    const id = String(part.values['id']);
    const lane = sample.get(sample.get(part.parent)?.parent ?? '');
    if (!found.has(id)) found.set(id, { id, name: String(lane?.values['name'] ?? id), oneStop: part.values['oneStop'] === true });
  }
  return [...found.values()];
}
