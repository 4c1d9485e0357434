/**
 * The stream of hints. Windows of one browser share one: whoever holds the lock keeps it open and passes on what it says,
 * and when that window closes the next one takes over. Without locks (an address that is not secure) each has its own.
 */
import type { ChangedHint } from '../../server/contract.js';

/** `reset`: anything may have changed. */
export type Message = { kind: 'changed'; hint: ChangedHint } | { kind: 'reset' };

const ADDRESS = '/api/events';
/** After a stream that the server has refused; the lists ask by themselves meanwhile. */
const AGAIN_MS = 30_000;

/** Answers what ends it. */
export function listen(personId: string, hear: (message: Message) => void): () => void {
  const name = `dossierflow.live.${personId}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  const over = new AbortController();
  const tell = (message: Message): void => { hear(message); channel.postMessage(message); };
  if (navigator.locks) void navigator.locks.request(name, { signal: over.signal }, () => keepOpen(tell, over.signal)).catch(() => undefined);
  else void keepOpen(hear, over.signal);
  return () => { over.abort(); channel.close(); };
}

/** Settles when it is over. A lost connection is taken up again by the browser, which names the last event it saw. */
function keepOpen(tell: (message: Message) => void, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource, timer: ReturnType<typeof setTimeout>, lost = false;
    const open = (): void => {
      source = new EventSource(ADDRESS);
      source.addEventListener('changed', ({ data }: MessageEvent<string>) => tell({ kind: 'changed', hint: JSON.parse(data) as ChangedHint }));
      source.addEventListener('reset', () => tell({ kind: 'reset' }));
      source.onopen = () => { document.documentElement.dataset.live = 'on'; if (lost) tell({ kind: 'reset' }); lost = false; };
      source.onerror = () => {
        delete document.documentElement.dataset.live;
        if (source.readyState !== EventSource.CLOSED) return;
        lost = true;
        timer = setTimeout(open, AGAIN_MS);
      };
    };
    open();
    over.addEventListener('abort', () => { clearTimeout(timer); source.close(); delete document.documentElement.dataset.live; resolve(); });
  });
}
