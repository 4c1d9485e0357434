/** Running dossiers and new versions of a procedure: propose a mapping, check it against a dossier, move the dossier. */
export { proposeMigration, unmappedOf } from './propose.js';
export { checkMigration } from './check.js';
export { checkPlan } from './check-plan.js';
export { migrateState, type Migration } from './migrate.js';
export { inverseOf, stepMigration, type MigrateCommand } from './dossier.js';
export { readMigrationPlan, type PlanRead } from './read-plan.js';
export type * from './types.js';
