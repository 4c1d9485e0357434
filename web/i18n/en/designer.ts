/** Procedures and the designer page; the drawing surface itself has its own catalogue in designer/. */
import type { designer as shape } from '../vi/designer.js';

export const designer: typeof shape = {
  procedures: {
    submit: 'Put forward', submitText: 'The draft stands still while it is in review. Other people than its author review and approve it.', submitted: 'Version {{version}} has been put forward.', reviewComments: 'Comments',
    findingSheet: 'Findings (Excel)', title: 'Processes', list: 'List of procedures', map: 'Map of procedures', frameworks: 'Model frameworks', conformity: 'Declaration of conformity', documents: 'System documents', new: 'New procedure', empty: 'No procedure matches', caption: '{{n}} procedures', code: 'Code', name: 'Procedure', version: 'Version', versionNo: 'Version {{version}}', draft: 'Draft', open: 'Open dossiers',
    openDraft: 'Edit the draft', openDesigner: 'Open in the designer', practice: 'As practised', current: 'In force: version {{version}}', versions: 'Versions', noVersions: 'No version has been published.', document: 'ISO document', documentOf: '{{file}}: ISO document of version {{version}}', publishedAt: 'Published', publishedBy: 'By', note: 'Note', savedBy: 'saved by {{name}} at {{at}}',
    codeHint: 'Code of the administrative procedure, such as P21.', file: 'Or import a BPMN file', fileHint: 'A .bpmn file drawn with another tool works too.', create: 'Create the draft',
    forms: { title: 'Forms for applicants', note: 'Citizens download these files from the page of the procedure. PDF, DOCX, XLSX, ODT; at most 5 MB.', none: 'The drawing names no form.', missing: 'no file yet', put: 'Choose a file for {{name}}', replace: 'Replace the file of {{name}}', remove: 'Take away the file of {{name}}' },
  },
  designer: {
    properties: 'Properties', findings: 'Findings', outline: 'Steps', side: 'Side panel', canvas: 'Diagram', unsaved: 'not saved', undo: 'Undo', redo: 'Redo', save: 'Save draft', publish: 'Publish', file: 'File', import: 'Import a BPMN file…', exportXml: 'Download BPMN', exportSvg: 'Download SVG',
    saved: 'Draft saved.', published: 'Version {{version}} published.', publishedWith: 'Version {{version}} published; {{n}} findings are worth a look.', publishText: 'New dossiers will follow this version. Dossiers in progress keep theirs.', publishNote: 'What changed', unreadable: 'This file cannot be read', leave: 'The diagram has unsaved changes. Leave the page and drop them?',
  },
};
