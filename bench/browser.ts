/** What a clerk's browser sends: requests over one kept connection, with the session's cookie and token. */
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { SessionView } from '../server/contract.js';

export class Browser {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private cookie = '';
  private csrf = '';

  constructor(private readonly url: URL) {}

  async signIn(personId: string): Promise<void> {
    this.csrf = (await this.send<SessionView>('GET', '/api/session')).csrf;
    this.csrf = (await this.send<SessionView>('POST', '/api/session', { personId })).csrf;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }
  /** A change, with a command id of its own. */
  command<T>(path: string, body: Record<string, unknown>): Promise<T> {
    return this.send<T>('POST', path, { commandId: randomBytes(12).toString('base64url'), ...body });
  }
  close(): void {
    this.agent.destroy();
  }

  private send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const asked = request({
        host: this.url.hostname, port: this.url.port, method, path, agent: this.agent,
        headers: { cookie: this.cookie, 'x-csrf-token': this.csrf, ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) },
      }, (answer) => {
        const parts: Buffer[] = [];
        const [cookie] = answer.headers['set-cookie']?.filter((each) => each.startsWith('df.sid=')) ?? [];
        if (cookie) this.cookie = cookie.split(';')[0]!;
        answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject).on('end', () => {
          const said = Buffer.concat(parts).toString();
          if ((answer.statusCode ?? 500) < 300) resolve(JSON.parse(said) as T);
          else reject(new Error(`${method} ${path}: ${answer.statusCode} ${said.slice(0, 500)}`));
        });
      });
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // The server lets go of a connection after a minute of silence; like a browser, ask again on a new one.
        if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(this.send<T>(method, path, body));
        else reject(error);
      }).end(text);
    });
  }
}
