/** Histories under keys: nothing of the data is written plain, older keys go on reading, a key that is missing or wrong is named. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import type { Payload } from '@temporalio/common';
import { bundleWorkflows } from '../../workflows/bundle.js';
import { PayloadCipher, PayloadKeyProblem, readKeyRing } from '../../workflows/payload-cipher.js';
import { TemporalHost } from '../../workflows/temporal-host.js';
import { historiesOf, stepsFromHistories } from '../../workflows/worker-replay.js';
import { temporaryFolder } from '../support/services.js';
import { accepted } from './contract.js';
import { TWO_STEPS } from './drawings.js';
import { command, planOf } from './support.js';
import { temporalBench, type TemporalBench } from './temporal-bench.js';

const key = (): string => randomBytes(32).toString('base64');
const [OLD, NEW] = [`2025:${key()}`, `2026-11:${key()}`];
const SECRETS = ['079200123456', 'Trần Minh Khuê', 'viêm phổi', 'vì người bệnh xin'];
const payload = (value: unknown): Payload => ({ metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from(JSON.stringify(value)) });

describe('the codec', () => {
  test('what was encrypted comes back as it was, each time under another number, with the id of its key', async () => {
    const cipher = new PayloadCipher(readKeyRing(OLD));
    const [one, two] = await cipher.encode([payload('viêm phổi'), payload('viêm phổi')]);
    expect(Buffer.from(one!.data!)).not.toEqual(Buffer.from(two!.data!));
    expect(Buffer.from(one!.metadata!['key-id']!).toString()).toBe('2025');
    expect(Buffer.from(one!.data!).toString('latin1')).not.toContain('json/plain');
    const [back] = await cipher.decode([one!]);
    expect([Buffer.from(back!.metadata!.encoding!).toString(), Buffer.from(back!.data!).toString()]).toEqual(['json/plain', '"viêm phổi"']);
  });

  test('after a rotation the new key writes and the old one reads; plain payloads of before are read too', async () => {
    const [before] = await new PayloadCipher(readKeyRing(OLD)).encode([payload(1)]);
    const rotated = new PayloadCipher(readKeyRing(`${NEW},${OLD}`));
    const [after] = await rotated.encode([payload(2)]);
    expect(Buffer.from(after!.metadata!['key-id']!).toString()).toBe('2026-11');
    expect((await rotated.decode([before!, after!, payload(3)])).map(({ data }) => Buffer.from(data!).toString())).toEqual(['1', '2', '3']);
  });

  test('a key that is missing, another one under its id, and an altered byte are said', async () => {
    const [sealed] = await new PayloadCipher(readKeyRing(OLD)).encode([payload(1)]);
    const bytes = Buffer.from(sealed!.data!);
    const altered = { ...sealed!, data: Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]) };
    await expect(new PayloadCipher(readKeyRing(NEW)).decode([sealed!])).rejects.toThrow('encrypted with the key "2025", which is not there: see DOSSIERFLOW_PAYLOAD_KEYS');
    await expect(new PayloadCipher(new Map()).decode([sealed!])).rejects.toThrow(PayloadKeyProblem);
    await expect(new PayloadCipher(readKeyRing(`2025:${key()}`)).decode([sealed!])).rejects.toThrow('it is another key, or the history was altered');
    await expect(new PayloadCipher(readKeyRing(OLD)).decode([altered])).rejects.toThrow('altered');
  });

  test('a ring stands in the setting or in a file; what is none is refused without being repeated', () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'keys');
    writeFileSync(file, `${NEW}\n${OLD}\n`);
    expect([...readKeyRing(file).keys()]).toEqual(['2026-11', '2025']);
    expect(readKeyRing(undefined).size).toBe(0);
    for (const wrong of ['geheim', '2025:abc', `${OLD},${OLD}`, `a b:${key()}`]) {
      let said = '';
      try { readKeyRing(wrong); } catch (error) { said = (error as Error).message; }
      expect(said).toContain('DOSSIERFLOW_PAYLOAD_KEYS');
      expect(said).not.toContain(wrong.split(':').pop());
    }
    folder.remove();
  });
});

describe('a dossier under keys', () => {
  let bench: TemporalBench;
  beforeAll(async () => { bench = await temporalBench(readKeyRing(OLD)); }, 60_000);
  afterAll(() => bench?.close());
  const hostWith = (keys: string | undefined): TemporalHost => TemporalHost.open({ address: bench.env.address, namespace: bench.env.namespace ?? 'default', taskQueue: 'dossiers', deadline: 5_000, keys: readKeyRing(keys) });

  test('runs as ever; its history holds nothing of the data, tells the steps again with the key, and says which key is missing', async () => {
    const plan = bench.shelf.add(await planOf(TWO_STEPS));
    const data = { soDinhDanhCaNhan: SECRETS[0]!, hoTenCon: SECRETS[1]!, chanDoan: SECRETS[2]! };
    const started = accepted(await bench.host.start('d-cipher', plan.hash, command({ type: 'startProcess', data, by: 'lan' })));
    const next = accepted(await bench.host.submit('d-cipher', command({ type: 'completeWorkItem', item: started.settled.open[0]!.id, by: 'lan', reason: SECRETS[3]! })));
    expect((await bench.host.inspect('d-cipher')).scopes[(await bench.host.inspect('d-cipher')).root!]?.data).toMatchObject(data);
    accepted(await bench.host.submit('d-cipher', command({ type: 'completeWorkItem', item: next.settled.open[0]!.id, by: 'nga' })));
    const histories = await historiesOf(bench.host.temporal, 'd-cipher');
    for (const history of histories) {
      const bytes = Buffer.from(temporal.api.history.v1.History.encode(history).finish());
      for (const secret of [...SECRETS, plan.hash]) expect([secret, bytes.includes(secret)]).toEqual([secret, false]);
      expect(bytes.includes('binary/encrypted')).toBe(true);
    }
    const bundle = { code: await bundleWorkflows() };
    expect(await stepsFromHistories(histories, 'd-cipher', bench.shelf, bundle, readKeyRing(`${NEW},${OLD}`))).toEqual(bench.outcome.steps('d-cipher'));
    const without = hostWith(undefined);
    await expect(without.inspect('d-cipher')).rejects.toThrow('encrypted with the key "2025", which is not there');
    await without.close();
    const rotated = hostWith(`${NEW},${OLD}`);
    expect((await rotated.inspect('d-cipher')).status).toBe('completed');
    await rotated.close();
  }, 60_000);
});
