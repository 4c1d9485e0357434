/** The pages of the documents of the quality system, which come together. */
export { DocumentsPage } from './DocumentsPage.js';
export { DocumentPage } from './DocumentPage.js';
