/** Prints the description of the API; needs no server and no database. */
import { openApi } from '../server/openapi/document.js';
import { ROUTES } from '../server/table.js';

process.stdout.write(`${JSON.stringify(openApi(ROUTES), undefined, 2)}\n`);
