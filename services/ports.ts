import { connect, createServer } from 'node:net';

const HOST = '127.0.0.1';

/** Binds `port` (0 = any) for a moment; the bound port, or undefined when it is taken. */
function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

export async function isPortFree(port: number, host: string = HOST): Promise<boolean> {
  return (await tryPort(port, host)) !== undefined;
}

export async function freePort(host: string = HOST): Promise<number> {
  const port = await tryPort(0, host);
  if (port === undefined) throw new Error(`no free port on ${host}`);
  return port;
}

/** The customary port, or any free one when another program has it. */
export async function preferredPort(customary: number): Promise<number> {
  return (await isPortFree(customary)) ? customary : freePort();
}

/** Connects and hangs up; rejects when nobody listens. */
export function connectTo(port: number, host: string = HOST): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host }, () => { socket.destroy(); resolve(); });
    socket.once('error', reject);
  });
}
