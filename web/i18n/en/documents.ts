/** Documents of the quality system: list, page, draft, objectives, reading. */
export const documents = {
  documents: {
    title: 'Documents of the quality system', note: 'Policy, objectives, manual, instructions, forms: what is in force and what is being written.', caption: '{{total}} documents', none: 'There is no document yet', sheet: 'List (Excel)', all: 'All', kindLabel: 'Kind', new: 'New document', create: 'Begin the document', created: 'The document is begun.',
    toRead: 'Documents left for you to read: {{n}}.', toReadOnly: 'Only what I have to read', mustRead: 'To be read',
    column: { code: 'Code', title: 'Document', kind: 'Kind', state: 'State', version: 'Issue', inForceFrom: 'In force from', reading: 'Reading', note: 'What has changed' },
    kind: { policy: 'Quality policy', objectives: 'Quality objectives', manual: 'Quality manual', systemProcedure: 'System procedure', instruction: 'Work instruction', form: 'Form', other: 'Other document' },
    drafting: 'Being written', preparing: 'Issue {{version}}: {{state}}', back: 'Back to the list of documents', versionOf: '{{code}} · {{kind}} · issue {{version}}', noVersion: '{{code}} · {{kind}} · not issued yet',
    content: 'Content', file: 'File: {{name}} ({{size}})', noContent: 'There is no content yet.', concerned: 'Departments that read it', everybody: 'The whole agency', versions: 'Issues', show: 'Show issue {{version}}', pdf: 'PDF', docx: 'Word',
    confirm: 'I have read and understood it', confirmText: 'This document applies to you. Once you have read it, say so by one click.', confirmed: 'Noted.', readAt: 'You have read it: {{at}}.', notConcerned: 'You need not say that you have read this document.',
    readers: { title: 'Who has read it', count: '{{read}} have read it, {{unread}} have not.', filter: 'Show', all: 'All', read: 'Have read it', unread: 'Have not', name: 'Name', department: 'Department', at: 'Read at', notYet: 'not yet', caption: 'People who have to read the document', none: 'Nobody.' },
    draft: {
      title: 'Draft', open: 'Write the next issue', saved: 'The draft is saved.', leave: 'The draft has unsaved changes. Leave the page and drop them?', savedBy: 'Saved last {{at}}, {{name}}', name: 'Name of the document', concerned: 'Departments that have to read it (none: the whole agency)', text: 'Text', save: 'Save the draft', submit: 'Put forward for review', submitted: 'Put forward.', note: 'What has changed', noteText: 'It will stand in the table of amendments.',
      upload: 'Use a file in place of the text', replace: 'Use another file', useText: 'Write a text in place of the file', fileKinds: 'PDF, DOCX or XLSX, up to 20 MB.', inReview: 'Issue {{version}} is in review or waits to be announced: the next one cannot be written yet.',
    },
    editor: { table: 'Insert a table', size: '{{columns}} columns, {{rows}} rows', rowAfter: 'Add a row', rowDelete: 'Delete the row', columnAfter: 'Add a column', columnDelete: 'Delete the column', tableDelete: 'Delete the table', bold: 'Bold', italic: 'Italic', h1: 'Large heading', h2: 'Heading', h3: 'Small heading', bullets: 'Bullet list', numbers: 'Numbered list', undo: 'Undo', redo: 'Redo' },
    objectives: {
      title: 'Objectives and results', caption: 'Objectives, targets and results so far', objective: 'Objective', measure: 'Measured by', target: 'Target', year: 'Year', now: 'So far', reached: 'Reached', isReached: 'Reached', isNotReached: 'Not reached', noData: 'No data yet', noDataIn: 'No data of {{year}} yet', months: 'By month', monthsOf: 'By month: {{text}}', month: 'Month', value: 'Result', count: 'Dossiers, answers', atLeast: 'at least {{value}}', atMost: 'at most {{value}}', add: 'Add an objective', remove: 'Remove objective {{n}}', nth: 'Objective {{n}}', none: 'No objective is set yet.', hours: '{{n}} hours', dossiers: '{{n}} dossiers', points: '{{n}} points',
      of: { onTimeShare: 'Dossiers in time (%)', earlyShare: 'Dossiers ahead of time (%)', meanHours: 'Mean time to settle (office hours)', supplementShare: 'Dossiers that needed a supplement (%)', resolved: 'Dossiers settled', satisfaction: 'Mean satisfaction (1 to 5 points)' },
    },
  },
  problem: { code: { 'unknown-document': 'There is no such document.', 'document-exists': 'This code is taken. Choose another.' } },
};
