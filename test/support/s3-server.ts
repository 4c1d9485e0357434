/** A server that speaks S3 over a temporary folder (s3rver), and a line to it that breaks. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { S3Place } from '../../models/files/store.js';
import { temporaryFolder } from './services.js';

/** Of s3rver, which brings no types, what is used here. */
interface S3rver { run(): Promise<AddressInfo>; close(): Promise<void> }
type S3rverClass = new (options: { address: string; port: number; silent: boolean; directory: string; configureBuckets: { name: string }[] }) => S3rver;

/** The key that s3rver knows: `{ place, stop() }`; `place` names a bucket that is there and empty. */
export async function startS3(): Promise<{ place: S3Place; stop(): Promise<void> }> {
  // @ts-expect-error the package has no types
  const { default: Server } = await import('s3rver') as { default: S3rverClass };
  const folder = temporaryFolder();
  const running = new Server({ address: '127.0.0.1', port: 0, silent: true, directory: folder.path, configureBuckets: [{ name: 'files' }] });
  const { port } = await running.run();
  return {
    place: { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', bucket: 'files', keyId: 'S3RVER', secret: 'S3RVER' },
    stop: async () => { await running.close(); folder.remove(); },
  };
}

/** A way to `port` that carries so many bytes of each connection and then breaks: `{ port, broken(), stop() }`. */
export async function breakingLine(port: number, carried: number): Promise<{ port: number; broken(): number; stop(): Promise<void> }> {
  let broken = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    let left = carried;
    for (const socket of [near, far]) { sockets.add(socket); socket.on('error', () => undefined); socket.on('close', () => { near.destroy(); far.destroy(); }); }
    far.pipe(near);
    near.on('data', (chunk: Buffer) => {
      far.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left > 0) return;
      broken += 1;
      near.destroy();
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    port: (server.address() as AddressInfo).port, broken: () => broken,
    stop: async () => { for (const socket of sockets) socket.destroy(); await new Promise((resolve) => { server.close(resolve); }); },
  };
}
