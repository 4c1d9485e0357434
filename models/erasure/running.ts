/** Erases what has had its time, once a night, in a server that runs. */
import type { Logger } from 'pino';
import { deskDay, deskHour } from '../desk.js';
import type { Retention } from './retention.js';

const HOUR_MS = 3_600_000;
/** When nobody is at work. */
const [FROM, TO] = [1, 4];

/** Answers what ends it. Several servers may do it in the same night: what one has erased the other does not find. */
export function eraseNightly(retention: Retention, now: () => Date, log: Logger): () => Promise<void> {
  let done = '';
  let running: Promise<void> | undefined;
  const look = (): void => {
    const [day, hour] = [deskDay(now()), deskHour(now())];
    if (day === done || hour < FROM || hour >= TO || running) return;
    running = retention.run({ dry: false })
      .then((dossiers) => { done = day; if (dossiers > 0) log.info({ dossiers }, 'personal data were erased by rule'); })
      .catch((error: unknown) => { log.error({ err: error }, 'what has had its time could not be erased'); })
      .finally(() => { running = undefined; });
  };
  look();
  const every = setInterval(look, HOUR_MS / 2);
  every.unref();
  return async () => { clearInterval(every); await running; };
}
