/** Refusals about versions, drafts and records: with the pages on which they happen. */
export const versionProblems = {
  problem: {
    code: {
      'wrong-state': 'The version is no longer in this state. Reload the page.',
      'open-comments': 'There are comments that are not resolved.',
      'unknown-improvement': 'There is no such improvement record.',
      'unknown-comment': 'This comment is no longer there.',
      'too-many-comments': 'There are as many comments as may be.',
    },
  },
};
