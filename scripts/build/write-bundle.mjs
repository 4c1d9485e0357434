/** Run as a program, after the server side is built: writes the workflow bundle to argv[2]. */
import { writeBundle } from '../../dist/workflows/bundle.js';

await writeBundle(process.argv[2]);
