/** Run as a program: prints the path of the mongod that mongodb-memory-server-core finds, or downloads into argv[2]. */
import { lookup } from 'node:dns/promises';
import { createRequire } from 'node:module';
import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core';

const { MongoBinaryDownloadUrl } = createRequire(import.meta.url)('mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl');
const options = await DryMongoBinary.generateOptions({ downloadDir: process.argv[2] });

/** Its own retries take several seconds where there is no way out; one look at the name server tells as much. */
async function requireWayOut() {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return;
  await lookup(new URL(await new MongoBinaryDownloadUrl(options).getDownloadUrl()).hostname);
}

const found = await DryMongoBinary.locateBinary(options);
if (!found) await requireWayOut();
process.stdout.write(found ?? await MongoBinary.getPath(options));
