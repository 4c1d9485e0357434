/** A person at a browser, without the browser: signs in, keeps the cookie and the token, sends and asks. */
import { randomUUID } from 'node:crypto';

export interface Reply<T> { status: number; body: T; headers: Headers }

export class Clerk {
  private cookie = '';
  private csrf = '';

  constructor(private readonly url: string) {}

  static async signIn(url: string, personId: string): Promise<Clerk> {
    const clerk = new Clerk(url);
    await clerk.open();
    const reply = await clerk.post<{ csrf: string }>('/api/session', { personId });
    if (reply.status !== 200) throw new Error(`${personId} cannot sign in: ${JSON.stringify(reply.body)}`);
    clerk.csrf = reply.body.csrf;
    return clerk;
  }

  /** Fetches the session, and with it the token. */
  async open(): Promise<void> {
    this.csrf = (await this.get<{ csrf: string }>('/api/session')).body.csrf;
  }

  get<T>(path: string, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return this.send<T>('GET', path, undefined, headers);
  }
  post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return this.send<T>('POST', path, body, headers);
  }

  /** Bytes are sent as they are, a text as it is, anything else as JSON. */
  async send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const sent: Record<string, string> = { cookie: this.cookie, ...(method === 'GET' ? {} : { 'x-csrf-token': this.csrf }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers };
    const asIs = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, { method, headers: sent, redirect: 'manual', ...(body === undefined ? {} : { body: asIs ? body as BodyInit : JSON.stringify(body) }) });
    const [cookie] = response.headers.getSetCookie().filter((each) => each.startsWith('df.sid='));
    if (cookie) this.cookie = cookie.split(';')[0]!;
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (/json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text) as T };
  }
}

export const newCommandId = (): string => randomUUID();
