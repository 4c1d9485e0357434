/** Every conformance case, by group: what the suites of both hosts and the coverage page are made from. */
import { activities } from './activities.cases.js';
import { combinations } from './combinations.cases.js';
import { compensation } from './compensation.cases.js';
import { correlation } from './correlation.cases.js';
import { data } from './data.cases.js';
import { events } from './events.cases.js';
import { foreignActivities } from './foreign-activities.cases.js';
import { foreignEvents } from './foreign-events.cases.js';
import { foreignFiles } from './foreign-files.cases.js';
import { foreignFlows } from './foreign-flows.cases.js';
import { foreignScenes } from './foreign-scenes.cases.js';
import { gateways } from './gateways.cases.js';
import { patterns } from './patterns.cases.js';
import type { Case } from './run.js';
import { triggerCases } from './triggers.cases.js';

export const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  'Gateways and flows': gateways, Activities: activities, Events: events, Data: data, Correlation: correlation,
  'Compensation and transactions': compensation, Combinations: combinations, 'Every trigger at every place': triggerCases,
  'Activities drawn elsewhere': foreignActivities, 'Events drawn elsewhere': foreignEvents, 'Flows and data drawn elsewhere': foreignFlows,
  'Files from elsewhere': foreignFiles, 'Scenes drawn elsewhere': foreignScenes, 'Workflow control-flow patterns': patterns,
};
export const CASES: readonly Case[] = Object.values(GROUPS).flat();
