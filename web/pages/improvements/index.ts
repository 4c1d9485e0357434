/** The pages of the improvement loop, which come together. */
export { ImprovementsPage } from './ImprovementsPage.js';
export { NewRecordPage } from './NewRecordPage.js';
export { RecordPage } from './RecordPage.js';
