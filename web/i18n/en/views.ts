/** Columns, density and saved views of the work list: fetched with their panel. */
import type { views as shape } from '../vi/views.js';

export const views: typeof shape = {
  views: {
    columns: 'Columns shown', density: 'Density of rows', densityOf: { compact: 'Compact', normal: 'Normal', relaxed: 'Relaxed' }, saved: 'Saved views', none: 'No view has been saved yet.', name: 'Name of the view',
    nameHint: 'Keeps scope, filters, order, columns and density as they are now.', save: 'Save this view', savedDone: 'View "{{name}}" saved.', remove: 'Delete', removeNamed: 'Delete the view {{name}}', copy: 'Copy the link to share it', copied: 'Link copied.', link: 'Link to the view shown',
  },
  problem: { code: {
    'too-many-views': 'There are as many saved views as may be. Delete one first.',
  } },
};
