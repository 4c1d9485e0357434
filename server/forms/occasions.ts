/** Which forms a dossier has, and what each was made for: found in its history, whether the diagram drew the step or not. Pure. */
import type { DossierHistory } from '../../models/queries/forms.js';
import type { LogDoc, WorkItemDoc } from '../../models/schemas/dossier.js';
import type { FormNo } from '../contract.js';

/** Each form is an event in the life of the dossier. */
export interface Occasion {
  form: FormNo; at: Date; by?: string; /** Whom that person stood in for. */ onBehalfOf?: string; reason?: string; ground?: string; parts?: readonly string[]; answerBy?: Date; dueAt?: Date; newDueAt?: Date; element?: string;
  /** Written, and not signed yet. */
  draft?: boolean;
}

export function occasionsOf(history: DossierHistory): Occasion[] {
  const { doc, items, log } = history;
  const found = [...ofCasework(history), ...items.flatMap((item) => drawn(item, log))];
  found.sort((a, b) => a.at.getTime() - b.at.getTime());
  return [{ form: '01', at: doc.receivedAt, by: doc.facts.receivedBy, ...known({ onBehalfOf: doc.facts.receivedOnBehalfOf }) }, ...found, { form: '06', at: doc.updatedAt }];
}

function ofCasework({ doc: { casework }, log }: DossierHistory): Occasion[] {
  if (!casework) return [];
  const halts = casework.halts.flatMap(({ kind, from, by, onBehalfOf, reason, ground, parts, answerBy }): Occasion[] => {
    if (kind === 'financialDuty') return [];
    return [{ form: kind === 'supplement' ? '02' : '05', at: new Date(from), reason, ...known({ by, onBehalfOf, ground, parts }), ...(answerBy === undefined ? {} : { answerBy: new Date(answerBy) }) }];
  });
  const extended = casework.extensions.map(({ at, by, onBehalfOf, reason, dueAt, newDueAt }): Occasion => ({
    form: '04', at: new Date(at), reason, dueAt: new Date(dueAt), newDueAt: new Date(newDueAt), ...known({ by, onBehalfOf }),
  }));
  const { draft } = casework;
  const drafted: Occasion[] = draft ? [{ form: '04', at: new Date(draft.at), reason: draft.reason, newDueAt: new Date(draft.newDueAt), draft: true, ...known({ by: draft.by, onBehalfOf: draft.onBehalfOf }) }] : [];
  return [...halts, ...extended, ...drafted, ...log.flatMap(closing)];
}

/** A refusal that no diagram draws. */
function closing({ events, by, onBehalfOf }: LogDoc): Occasion[] {
  return (events as readonly { type: string; at?: number; outcome?: string; reason?: string; ground?: string }[]).flatMap((event) => {
    if (event.type !== 'caseClosed' || (event.outcome !== 'refused' && event.outcome !== 'notReceived')) return [];
    return [{ form: '03' as const, at: new Date(event.at ?? 0), ...known({ by, onBehalfOf, reason: event.reason, ground: event.ground }) }];
  });
}

/** A step that asks for a supplement or hands out a refusal. */
function drawn(item: WorkItemDoc, log: readonly LogDoc[]): Occasion[] {
  if (item.kind === 'supplement') {
    const asked = log.find(({ events }) => events.some((event) => event.type === 'workItemOffered' && event.instance === item.instance));
    return [{ form: '02', at: item.since, element: item.element, ...known({ by: asked?.by ?? item.assignee, onBehalfOf: asked ? asked.onBehalfOf : item.onBehalfOf, reason: asked?.reason }) }];
  }
  if (item.kind !== 'refuse' || item.status !== 'completed') return [];
  const done = log.find(({ events }) => events.some((event) => event.type === 'workItemCompleted' && event.instance === item.instance));
  return [{ form: '03', at: item.endedAt ?? item.since, element: item.element, ...known({ by: item.assignee, onBehalfOf: item.onBehalfOf, reason: done?.reason ?? broughtBy(done, item.instance) }) }];
}

/** What was typed into the step: a refusal's reason, whatever its field is called. */
function broughtBy(entry: LogDoc | undefined, instance: string): string | undefined {
  const data = entry?.events.flatMap((event) => (event.type === 'workItemCompleted' && event.instance === instance ? Object.values(event.data ?? {}) : [])) ?? [];
  return data.filter((each): each is string => typeof each === 'string').join('. ') || undefined;
}

function known<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as { [K in keyof T]?: NonNullable<T[K]> };
}
