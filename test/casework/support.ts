/** A dossier of a given drawing under the seeded rules, without a host: commands in, standing out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepDossier, type DossierCommand, type DossierRejection } from '../../engine/casework/step.js';
import { readRules, type CaseRules } from '../../engine/casework/rules.js';
import type { Json, Plan } from '../../engine/graph/types.js';
import { newStanding, nextStanding, settledStep, type SettledStep, type Standing } from '../../engine/record/steps.js';
import { projectRoot } from '../../services/places.js';

interface RuleFile { rules: { key: string; value: Json }[] }
export function seededRules(changed: Partial<Record<string, Json>> = {}): CaseRules {
  const file = JSON.parse(readFileSync(join(projectRoot(), 'procedures', 'rules', 'one-stop-2025.json'), 'utf8')) as RuleFile;
  const { rules, problems } = readRules({ ...Object.fromEntries(file.rules.map(({ key, value }) => [key, value])), ...changed } as Record<string, Json>);
  if (!rules) throw new Error(JSON.stringify(problems));
  return rules;
}

type Without<C> = C extends DossierCommand ? Omit<C, 'commandId' | 'at'> : never;
export const HOUR = 3_600_000;

export class Desk {
  standing: Standing = newStanding();
  readonly steps: SettledStep[] = [];
  at = Date.parse('2026-11-16T01:00:00Z');
  private count = 0;

  constructor(readonly plan: Plan) {
    this.do({ type: 'startProcess', by: 'lan' });
  }

  /** An hour later, each time. Throws what is refused. */
  do(asked: Without<DossierCommand>, commandId = `c${(this.count += 1)}`): void {
    const refused = this.ask(asked, commandId);
    if (refused) throw new Error(`${asked.type}: ${refused.code}`);
  }
  ask(asked: Without<DossierCommand>, commandId = `c${(this.count += 1)}`): DossierRejection | undefined {
    this.at += HOUR;
    const command = { ...asked, commandId, at: this.at } as DossierCommand;
    const result = stepDossier(this.plan, this.standing, command);
    if (!result.accepted) return result.rejection;
    if (result.events.length > 0) {
      this.standing = nextStanding(this.plan, this.standing, result.events, result.state);
      this.steps.push(settledStep(command, result.events));
    }
    return undefined;
  }
  get item(): string {
    return Object.values(this.standing.state.instances).find((each) => each.work)!.id;
  }
}
