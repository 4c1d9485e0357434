/** The time-skipping Temporal test server: jars from Maven and a small program that starts them. */
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copyJars } from './maven.mjs';
import { pinned, places } from './places.mjs';
import { inPlace, isProgram, Missing, onPath, step } from './run.mjs';

/** Without a logger of its own the server's logging library says so at every start. */
const QUIET = 'org.slf4j:slf4j-nop:1.7.36';
const WRAPPER = `#!/bin/sh
exec java -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

export async function obtainTestServer() {
  if (isProgram(places.testServer)) return;
  try {
    if (!onPath('java')) throw new Error('java on PATH');
    await step(`Temporal test server ${pinned.temporalTestServer}, from Maven`, () => inPlace(dirname(places.testServer), async (folder) => {
      await copyJars(folder, `io.temporal:temporal-test-server:${pinned.temporalTestServer}`, QUIET);
      writeFileSync(join(folder, basename(places.testServer)), WRAPPER, { mode: 0o755 });
    }));
  } catch (error) {
    throw new Missing('No time-skipping Temporal test server.', [places.testServer, error.message], 'on Debian or Ubuntu: apt-get install -y openjdk-17-jdk-headless maven');
  }
}
