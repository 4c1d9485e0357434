/** Refusals about versions, drafts and records: with the pages on which they happen. */
export const versionProblems = {
  problem: {
    code: {
      'unknown-migration': 'There is no such move to another version.',
      'undo-too-late': 'It is too late to take this back.', 'cannot-migrate': 'The dossier cannot be moved to this version.', 'unknown-dossier': 'There is no such dossier, or it is not yours to see.',
      'stale-draft': 'Someone saved the draft after it was opened here. Look at it before saving.',
      'published-meanwhile': 'Someone has just published a version. Look at it before publishing.',
      'no-draft': 'There is no draft to publish.',
      'procedure-exists': 'This code is taken. Choose another.',
      'cannot-run': 'The diagram cannot run yet, so it cannot be published. The reasons stand at the elements.',
      'in-review': 'The draft is in review or waits to be announced. Take it back before changing it.',
      'direct-issue-off': 'The agency does not let a draft be published at once. Put it forward for review.',
      'wrong-state': 'The version is no longer in this state. Reload the page.',
      'open-comments': 'There are comments that are not resolved.',
      'unknown-improvement': 'There is no such improvement record.',
      'unknown-comment': 'This comment is no longer there.',
      'too-many-comments': 'There are as many comments as may be.',
    },
  },
};
