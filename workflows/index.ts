/** What the Temporal worker bundles. Everything reachable from here runs inside the workflow sandbox. */
export { dossier } from './dossier/dossier.js';
export { monthlyReports } from './monthly/monthly.js';
