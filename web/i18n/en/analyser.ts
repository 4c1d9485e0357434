export const analyser = {
  analyser: {
    filter: 'Filter findings', all: 'All', open: 'Not accepted', accepted: 'Accepted', none: 'No finding matches the filter.', search: 'Search the findings', took: 'Checked in {{ms}} ms',
    kind: { file: 'File and drawing', flow: 'Control flow', data: 'Data and decisions', model: 'Quality of the drawing', overlap: 'Overlap', library: 'Compared with other procedures', order: 'Order and time' },
    perYear: '{{hours}} working hours a year', sure: 'Confidence {{share}}', source: 'Source of the rule', elements: 'Elements', evidence: 'Evidence', why: 'Suggestion',
    facts: {
      sumHours: 'Total (working hours)', limitHours: 'Limit (working hours)', overHours: 'Over (working hours)', savedHours: 'Can be saved (working hours)', handoffs: 'Hand-offs', count: 'Times', document: 'Document', requirement: 'Requirement', trips: 'Trips',
      perApplicant: 'Per applicant (dong)', perYear: 'Per year (dong)', savedMinutes: 'Can be saved (minutes)', example: 'Example value', flow: 'Flow', end: 'End', similarity: 'Similarity', from: 'From procedure', fields: 'Fields', media: 'Written in', cycle: 'Cycle', stuckAt: 'Stuck at', steps: 'Steps', line: 'Line',
    },
    run: { title: 'Play the run', step: 'Step {{at}} of {{of}}: {{name}}', stuck: 'Stuck at {{name}}: nothing can go on', first: 'To the beginning', back: 'One step back', next: 'One step on', play: 'Play', pause: 'Pause', keys: 'Left and right arrow keys go step by step; Home to the beginning, End to the end.', tokens: { one: '{{n}} token is waiting', other: '{{n}} tokens are waiting' } },
    remedy: {
      title: 'Repair with one click', working: 'Trying remedies…', none: 'There is no mechanical remedy for this finding.', apply: 'Apply', changes: 'Changes', gone: 'Gone', come: 'New', saved: 'Saves {{hours}} working hours for each dossier', savedYear: 'Saves {{hours}} working hours for each dossier, {{year}} hours a year', noHours: 'Processing time stays the same', failed: 'It cannot be applied to this drawing: {{reason}}',
      applied: 'Applied and checked again: {{before}} findings before, {{after}} now. Undo brings the old drawing back.', undo: 'Undo',
      kind: { correctJoin: 'Change the type of a gateway', parallel: 'Run in parallel', mergeSteps: 'Merge steps', moveForward: 'Move the check forward', dropRequest: 'Drop the repeated request', reallotLimits: 'Re-allot the limits', removeStep: 'Remove the step' },
      edit: {
        retype: 'Change {{node}} to {{type}}', addGateway: 'Add {{type}}', removeNode: 'Remove {{node}}', addFlow: 'Connect {{source}} to {{target}}', removeFlow: 'Disconnect {{source}} from {{target}}', redirectTarget: 'Lead the flow from {{source}} to {{target}}', redirectSource: 'The flow to {{target}} now comes from {{source}}',
        limit: '{{node}}: limit {{value}}', checks: '{{node}}: checks {{value}}', noChecks: '{{node}}: no longer checks', applicantContact: '{{node}}: no longer asks the applicant', data: '{{node}}: also takes document {{value}}', other: '{{node}}: {{name}} {{value}}',
      },
      type: { exclusiveGateway: 'an exclusive gateway', parallelGateway: 'a parallel gateway', inclusiveGateway: 'an inclusive gateway' },
    },
    beside: { failed: 'Could not be compared with other procedures just now; the next change asks again.' },
    accept: {
      title: 'Accept this finding', reason: 'Reason', lookAgain: 'Look again on', save: 'Accept', withdraw: 'Withdraw acceptance', kept: 'Written into the drawing and kept with its version. On the day to look again the finding comes back.', by: 'Accepted by {{name}} on {{on}}; look again on {{again}}', byNobody: 'Look again on {{again}}', needReason: 'A reason is needed.', needDate: 'A day after today is needed.',
    },
  },
};
