/** The one port: answers from the first moment, with a waiting page until the application is there. */
import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createProbe, type AddressInfo } from 'node:net';
import { escape } from './pages/html.js';

export class PortBusy extends Error {
  constructor(readonly port: number, readonly free: number) {
    super(`Port ${port} is in use. Choose another one: DOSSIERFLOW_PORT=${free} npm start`);
    this.name = 'PortBusy';
  }
}

/** No style sheet can be had before anything is served; the policy knows this one by its hash. */
const LOOK = 'main{font-family:sans-serif;max-width:44rem;margin:3rem auto;line-height:1.6}pre{white-space:pre-wrap}';
const LOOK_HASH = `sha256-${createHash('sha256').update(LOOK).digest('base64')}`;

export class Listener {
  private handler: RequestListener | undefined;
  private waitingFor = 'Đang khởi động… / Starting…';
  private readonly server: Server;

  private constructor() {
    this.server = createServer((req, res) => {
      if (this.handler) this.handler(req, res);
      else this.wait(req, res);
    });
    // Longer than a proxy keeps its idle connections, so that it never writes into one that is just closing.
    this.server.keepAliveTimeout = 65_000;
  }

  /** Throws PortBusy, with a port that is free. */
  static async open(port: number, host: string): Promise<Listener> {
    const listener = new Listener();
    await new Promise<void>((resolve, reject) => {
      listener.server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') { reject(error); return; }
        void freePort(host).then((free) => { reject(new PortBusy(port, free)); });
      });
      listener.server.listen(port, host, resolve);
    });
    return listener;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }
  serve(handler: RequestListener): void {
    this.handler = handler;
  }
  /** What the waiting page says. */
  waitFor(what: string): void {
    this.waitingFor = what;
  }

  /** No new requests; those under way are finished. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => { resolve(); });
      this.server.closeIdleConnections();
    });
  }

  private wait: RequestListener = (req, res) => {
    if (req.url === '/livez') { res.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n'); return; }
    res.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2', 'cache-control': 'no-store', 'content-security-policy': `default-src 'none'; style-src '${LOOK_HASH}'; frame-ancestors 'none'` });
    res.end(`<!doctype html><html lang="vi"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Dossierflow</title><style>${LOOK}</style><main><h1>Dossierflow</h1><pre>${escape(this.waitingFor)}</pre></main></html>`);
  };
}

function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createProbe();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => { resolve(port); });
    });
  });
}
