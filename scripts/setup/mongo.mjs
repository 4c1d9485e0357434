/** A MongoDB to start, from the first of: PATH, our cache, mongodb-memory-server-core, the Java server from Maven. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copyJars } from './maven.mjs';
import { pinned, places, root } from './places.mjs';
import { inPlace, isProgram, Missing, onPath, run, say, step } from './run.mjs';

const SOURCES = ['MongoLauncher.java', 'StoreTypes.java', 'ValueIndex.java'].map((name) => join(root, 'services', 'mongo', name));

export async function obtainMongo() {
  if (process.env.MONGODB_URI || onPath('mongod') || hasMongod() || javaServerIsReady()) return;
  const tried = [];
  // Asked once: where the download was of no use, a changed launcher is only compiled anew.
  const ways = existsSync(places.mongoJava) ? [javaServer] : [memoryServer, javaServer];
  for (const way of ways) {
    try {
      await way();
      return;
    } catch (error) {
      tried.push(error.message);
      say(error.message.split('\n')[0]);
    }
  }
  throw new Missing(
    'No MongoDB: MONGODB_URI is not set and no server program could be had.',
    ['mongod on PATH', places.mongod, ...tried],
    'on Debian or Ubuntu: apt-get install -y openjdk-17-jdk-headless maven',
  );
}

function hasMongod() {
  return existsSync(places.mongod) && readdirSync(places.mongod).some((name) => name.startsWith('mongod') && isProgram(join(places.mongod, name)));
}

/** Finds or downloads; bounded, and without a way out to the internet it fails soon. */
async function memoryServer() {
  mkdirSync(places.mongod, { recursive: true });
  const script = join(root, 'scripts', 'setup', 'download-mongod.mjs');
  const found = await run(process.execPath, [script, places.mongod], { cwd: root, minutes: 5 })
    .then((output) => output.trim().split('\n').pop() ?? '', () => { throw new Error("mongodb-memory-server's own download did not work here"); });
  if (!isProgram(found)) throw new Error("mongodb-memory-server's own download left no program");
  if (dirname(found) !== places.mongod) symlinkSync(found, join(places.mongod, basename(found)));
}

const sourceHash = () => SOURCES.reduce((hash, source) => hash.update(readFileSync(source)), createHash('sha256')).digest('hex');
const hashFile = (folder) => join(folder, 'launcher.sha256');

function javaServerIsReady() {
  const noted = hashFile(places.mongoJava);
  return Boolean(onPath('java')) && existsSync(noted) && readFileSync(noted, 'utf8') === sourceHash();
}

async function javaServer() {
  for (const program of ['java', 'javac']) if (!onPath(program)) throw new Error(`${program} on PATH (JDK 17)`);
  await step(`MongoDB server for the JVM ${pinned.mongoJavaServer}, from Maven`, () => inPlace(places.mongoJava, async (folder) => {
    await copyJars(folder, `de.bwaldvogel:mongo-java-server-h2-backend:${pinned.mongoJavaServer}`);
    await run(onPath('javac'), ['-d', join(folder, 'classes'), '-cp', join(folder, 'lib', '*'), ...SOURCES]);
    writeFileSync(hashFile(folder), sourceHash());
  }));
}
