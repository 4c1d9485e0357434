/**
 * What every dossier shares in a worker's thread: loaded once, not for each dossier anew. Only modules that keep nothing of a dossier
 * may be reached from here; what they remember hangs on the graph that it is about.
 */
import '../engine/casework/fold.js';
import '../engine/casework/step.js';
import '../engine/migration/dossier.js';
import '../engine/record/steps.js';
