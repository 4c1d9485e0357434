/** Findings and their severities. */
import type { findings as shape } from '../vi/findings.js';

export const findings: typeof shape = {
  findings: {
    title: 'Findings', clean: 'No findings', checking: 'Checking…', count: { error: '{{n}} errors', warning: '{{n}} warnings', advice: '{{n}} hints' }, severity: { error: 'Error', warning: 'Warning', advice: 'Hint' },
    cannotTell: 'Not enough facts for {{n}} checks', missing: 'missing {{names}}',
  },
};
