/** What no diagram draws: actions on a dossier, what they ask, notices. */
export const casework = {
  case: {
    actions: 'Beside the drawing', actionsHint: 'Only what the rules and the state of the dossier allow is shown.',
    action: {
      requestSupplement: 'Ask for a supplement', receiveSupplement: 'Take in the supplement', requirePayment: 'Ask for payment', confirmPayment: 'Confirm payment', stop: 'Stop', resume: 'Resume',
      draftApology: 'Draft an apology', extend: 'Extend', askOpinion: 'Seek an opinion', withdrawOpinion: 'Withdraw the question', handOver: 'Hand over', receiveHandOver: 'Sign for the papers', withdraw: 'Record withdrawal', refuse: 'Refuse', recall: 'Reopen after an error', cancelAutomatic: 'Cancel what comes by itself',
    },
    hint: {
      requestSupplement: 'Name everything that is missing at once. The limit stands still until it has come.', receiveSupplement: 'The limit runs on from now.', requirePayment: 'The limit stands still until payment is confirmed.',
      confirmPayment: 'The limit runs on from now.', stop: 'Steps and limit stand still until the dossier is resumed.', resume: 'Steps and limit run on from now.', draftApology: 'Somebody else approves it. Choose a working day.',
      extend: 'The applicant gets an apology with the new date. Choose a working day.', askOpinion: 'The dossier stays where it is; the unit asked gets a task of its own.', withdrawOpinion: 'The unit asked need not answer any more, and is told why.', handOver: 'The unit that receives signs for it.',
      receiveHandOver: 'Time and person go on the control slip.', withdraw: 'The dossier ends as the applicant wishes.', refuse: 'The dossier ends. The applicant gets the refusal with reason and ground.',
      recall: 'Opens a new dossier that follows the delivered one.', cancelAutomatic: 'The reason is recorded in the history.',
    },
    done: {
      requestSupplement: 'A supplement has been asked for.', receiveSupplement: 'The supplement has been taken in.', requirePayment: 'Payment has been asked for.', confirmPayment: 'Payment has been confirmed.', stop: 'The dossier has been stopped.', resume: 'The dossier has been resumed.',
      draftApology: 'The apology has been drafted.', extend: 'The limit has been extended.', askOpinion: 'The opinion has been asked for.', withdrawOpinion: 'The question has been withdrawn.', handOver: 'Handed over.', receiveHandOver: 'Received.', withdraw: 'The withdrawal has been recorded.', refuse: 'Refused.', recall: 'A dossier that follows has been opened.', cancelAutomatic: 'Cancelled.',
    },
    field: {
      parts: 'Documents to be supplied', otherParts: 'Other documents', otherPartsHint: 'One document a line.', reason: 'Reason', ground: 'Legal ground', note: 'Note', newDate: 'New date', department: 'Unit', handOver: 'On its way here',
      automatic: 'What comes by itself', opinion: 'Opinion asked for', question: 'What the opinion is about', what: 'What is handed over',
    },
    dueNow: 'Present date: {{at}}.', latest: 'Not later than {{at}}.', until: 'To go out before {{at}}.', answerBy: 'Waited for until the end of {{at}}.', since: 'since {{at}}',
    halt: { supplement: 'Waiting for a supplement', financialDuty: 'Waiting for payment', stop: 'Stopped' },
    extensions: 'Extension', drafted: 'Apology drafted, new date {{at}}', extended: 'From {{from}} to {{to}}', bySystem: 'drafted by the system', opinions: 'Opinions', opinionOpen: 'Not answered yet.', opinionWithdrawn: 'Withdrawn by {{name}} at {{at}}: {{reason}}', opinionLabel: 'Opinion', sendOpinion: 'Send the opinion',
    handOvers: 'Hand-over', receivedBy: 'Received by {{name}} at {{at}}.', onItsWay: 'Not received yet.', automaticTitle: 'By itself', what: 'What', when: 'When', status: 'State',
    automatic: { reminder: 'Reminder to whoever works on it', escalation_head: 'The head of the unit is told', escalation_leader: 'The leader of the agency is told', apology: 'An apology is drafted', closing: 'Closes without a supplement' },
    automaticState: { planned: 'to come', done: 'done', cancelled: 'cancelled' },
    follow: 'Related dossiers', follows: 'Follows dossier', followedBy: 'Reopened as dossier', placesTitle: 'Reception and decision', helpPlace: 'Place of help', receptionPlace: 'Place of reception', competent: 'Competent agency', portal: 'State on the National Portal', sync: 'Told to the National Portal', syncState: { pending: 'on its way', sent: 'told', failed: 'could not be told' }, finance: 'Financial duty',
    financeState: { due: 'due', paid: 'paid' },
  },
  problem: { code: {
    'supplement-used-up': 'A supplement has been asked for as often as the rule allows.',
    'extension-used-up': 'The limit has been extended as often as the rule allows.',
    'extension-too-late': 'The apology had to go out earlier, so the limit cannot be extended.',
    'date-not-later': 'The new date has to be after the present one. Choose another.',
    'date-too-far': 'The new date is further than the rule allows. Choose an earlier one.',
    'no-due-date': 'The dossier has no due date, so there is nothing to extend.',
    'ground-needed': 'Give the legal ground.',
    'parts-needed': 'Name all the missing documents at once.',
    'unknown-opinion': 'This opinion is no longer asked for.',
    'nothing-planned': 'Nothing of this kind is planned any more.',
    'unknown-hand-over': 'Nothing is on its way here.',
  } },
};
