/** A person at a browser, without the browser: signs in, keeps the cookie and the token, sends and asks. */
import { randomUUID } from 'node:crypto';
import type { Problem, SessionView } from '../../server/contract.js';

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

  /** By account and password; the answer, whatever it is. */
  static async withPassword(url: string, account: string, password: string): Promise<{ clerk: Clerk; reply: Reply<SessionView & Problem> }> {
    const clerk = new Clerk(url);
    await clerk.open();
    const reply = await clerk.post<SessionView & Problem>('/api/session/password', { account, password });
    if (reply.status === 200) clerk.csrf = reply.body.csrf;
    return { clerk, reply };
  }

  /** The same browser at another server over the same database. */
  at(url: string): Clerk {
    const same = new Clerk(url);
    same.cookie = this.cookie;
    same.csrf = this.csrf;
    return same;
  }
  /** The id that the browser has. */
  sessionId(): string {
    return decodeURIComponent(this.cookie.slice('df.sid='.length)).replace(/^s:/, '').split('.')[0]!;
  }

  /** What the browser sends along by itself. */
  headers(): Record<string, string> {
    return { cookie: this.cookie, 'x-csrf-token': this.csrf };
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

  /** A stream of server-sent events; ends with the signal. */
  async stream(path: string, signal: AbortSignal, headers: Record<string, string> = {}): Promise<EventReader> {
    return new EventReader(await fetch(`${this.url}${path}`, { headers: { cookie: this.cookie, ...headers }, signal }));
  }

  /** Bytes are sent as they are, a text as it is, anything else as JSON. */
  async send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const sent: Record<string, string> = { cookie: this.cookie, ...(method === 'GET' ? {} : { 'x-csrf-token': this.csrf }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers };
    const asIs = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, { method, headers: sent, redirect: 'manual', ...(body === undefined ? {} : { body: asIs ? body as BodyInit : JSON.stringify(body) }) });
    const [cookie] = response.headers.getSetCookie().filter((each) => each.startsWith('df.sid='));
    if (cookie) this.cookie = cookie.split(';')[0]!;
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text !== '' && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text) as T };
  }
}

export const newCommandId = (): string => randomUUID();

export interface ServerEvent { event: string; id?: string; data: string }
/** Blocks of a stream one after another; a comment is an event of the kind `:`. */
export class EventReader {
  readonly status: number;
  private readonly reader: ReadableStreamDefaultReader<string> | undefined;
  private text = '';

  constructor(response: Response) {
    this.status = response.status;
    this.reader = response.body?.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader();
  }

  /** The next one of this kind; undefined when the stream has ended. */
  async next(event: string): Promise<ServerEvent | undefined> {
    for (;;) {
      const end = this.text.indexOf('\n\n');
      if (end >= 0) {
        const found = parsed(this.text.slice(0, end));
        this.text = this.text.slice(end + 2);
        if (found.event === event) return found;
        continue;
      }
      const more = await this.reader?.read();
      if (!more || more.done) return undefined;
      this.text += more.value;
    }
  }
}

function parsed(block: string): ServerEvent {
  if (block.startsWith(':')) return { event: ':', data: '' };
  const fields = Object.fromEntries(block.split('\n').map((line) => { const [name, ...rest] = line.split(': '); return [name, rest.join(': ')]; })) as { event?: string; id?: string; data?: string };
  return { event: fields.event ?? '', data: fields.data ?? '', ...(fields.id === undefined ? {} : { id: fields.id }) };
}
