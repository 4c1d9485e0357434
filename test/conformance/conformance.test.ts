import { GROUPS } from './all.cases.js';
import { conformance } from './run.js';

for (const [title, cases] of Object.entries(GROUPS)) conformance(title, cases);
