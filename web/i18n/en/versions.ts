export const versions = {
  version: {
    title: '{{name}} – version {{version}}', life: 'State', back: 'To the process', design: 'Open in the designer', drawing: 'Diagram', document: 'Document (PDF)', processTable: 'Internal process table', signed: 'Signed copy', signedBy: 'signed by {{signer}} at {{at}}', signedTest: '(test certificate)', verify: 'Verify', history: 'History', acts: 'To do', nothing: 'Nothing is to be done here at this stage.',
    state: { inReview: 'In review', returned: 'Sent back to the author', approved: 'Approved', announced: 'Announced, not yet in force', inForce: 'In force', replaced: 'Replaced', withdrawn: 'Withdrawn' },
    act: { submitted: 'Put forward', returned: 'Sent back to the author', reviewed: 'Reviewed', approved: 'Approved', announced: 'Announced', issued: 'Published at once', inForce: 'Came into force', replaced: 'Replaced', withdrawn: 'Withdrawn' },
    byItself: 'by itself, on its day', replacedBy: 'by version {{version}}', authors: 'Authors', note: 'What changes', inForceFrom: 'In force from', decision: 'Announced by decision', decisionOf: 'no. {{number}} of {{date}}, signed by {{signatory}}', approvals: 'Review and approval',
    approval: { reviewed: 'Review (QMS officer)', approved: 'Approval (leader)' }, given: '{{name}}, {{at}}', notGiven: 'not given yet',
    whyNot: { 'four-eyes': 'Whoever drew the version, or has reviewed it, may not approve it.', 'open-comments': 'It can be approved when every comment is resolved.' },
    goTo: 'See version {{version}}: {{state}}',
    approve: 'Approve', remark: 'Remark', sendBack: 'Send back', reason: 'Reason', announce: 'Announce', number: 'Number of the decision', date: 'Date of the decision', signatory: 'Signed by', position: 'Position of the signatory', withdraw: 'Withdraw', done: 'Done.',
    wrong: { inForceFrom: 'It may not be before today, nor before the day of a version announced earlier.', date: 'It may not be after today.' },
    differences: { title: 'Changes', against: 'Changes to version {{version}}', first: 'This is the first version.', none: 'Nothing differs.', side: 'Diagram shown', after: 'Version {{version}} (this)', before: 'Version {{version}} (before)', added: 'added', removed: 'removed', changed: 'changed', change: 'Change', what: 'What', attribute: 'Attribute', was: 'Before', is: 'Now' },
    comments: { title: 'Comments', none: 'There are no comments yet.', whole: 'The whole process', on: 'About', text: 'Comment', add: 'Send the comment', answer: 'Answer', answerTo: 'Answer the comment: {{text}}', resolve: 'Resolved', resolveOf: 'Mark as resolved: {{text}}', reopen: 'Open again', reopenOf: 'Open the comment again: {{text}}', show: 'Show on the diagram: {{name}}', gone: 'the element is no longer in the diagram', resolvedBy: 'Resolved: {{name}}, {{at}}', open: 'Not resolved', count: '{{n}} not resolved', chip: '{{n}} comments' },
  },
};
