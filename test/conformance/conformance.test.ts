import { activities } from './activities.cases.js';
import { correlation } from './correlation.cases.js';
import { data } from './data.cases.js';
import { events } from './events.cases.js';
import { gateways } from './gateways.cases.js';
import { patterns } from './patterns.cases.js';
import { triggerCases } from './triggers.cases.js';
import { conformance } from './run.js';

conformance('Every trigger at every place', triggerCases);
conformance('Gateways and flows', gateways);
conformance('Activities', activities);
conformance('Events', events);
conformance('Data', data);
conformance('Correlation', correlation);
conformance('Workflow control-flow patterns', patterns);
