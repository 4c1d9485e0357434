/** States of the National Portal (1 to 10) by the state of the dossier: the rule's mapping. */
import type { CaseRules } from './rules.js';

/** Undefined for a dossier that the portal does not know of yet. */
export function portalState(rules: CaseRules, state: string): number | undefined {
  return rules['portal.states'][state];
}
