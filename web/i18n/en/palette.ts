/** The command palette: fetched when it is opened. */
import type { palette as shape } from '../vi/palette.js';

export const palette: typeof shape = {
  palette: {
    search: 'Find a dossier, procedure, page or command', none: 'Nothing matches.', dossiers: 'Dossiers', procedures: 'Procedures', pages: 'Pages', actions: 'Commands',
    receive: 'Receive: {{name}}', mine: 'My work', overdue: 'Overdue work of the department', keys: 'Show the shortcuts', found: '{{n}} entries', hint: 'Arrows to choose, Enter to open, Esc to close',
  },
};
