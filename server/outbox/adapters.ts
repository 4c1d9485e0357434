/** Ways for a message to leave the house: one interface, whatever carries it. */
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { LetterChannel } from '../../models/schemas/outbox.js';

export interface Message { /** Equal for every attempt, so that whoever receives it twice can tell. */ id: string; to: string; subject: string; text: string }
/** Sending again cannot help: the address is wrong, or the message is refused for good. */
export class RefusedForGood extends Error {}
export interface MessageAdapter {
  /** Throws RefusedForGood, or anything else for what may work later. */
  send(message: Message): Promise<void>;
  close?(): void;
}
export type Adapters = Partial<Record<LetterChannel, MessageAdapter>>;

/** Milliseconds: a server that keeps silent must not hold up the others' mail. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
interface SmtpProblem { responseCode?: number; code?: string }

/** `url`: smtp:// or smtps://, with user, password and port as needed. */
export function smtpAdapter(url: string, from: string): MessageAdapter {
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...PATIENCE });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/[^\w.-]/g, '');
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated' }, disableFileAccess: true, disableUrlAccess: true });
      } catch (error) {
        const { responseCode = 0, code } = error as SmtpProblem;
        // Answers in the five hundreds say never; a password that is refused is for an operator to put right, not for this letter.
        if (code === 'EENVELOPE' && responseCode >= 500) throw new RefusedForGood((error as Error).message);
        if (code === 'EMESSAGE' && responseCode >= 500) throw new RefusedForGood((error as Error).message);
        throw error;
      }
    },
    close: () => { transport.close(); },
  };
}

/** For development: says what would have gone out, without the address. */
export function loggingAdapter(log: Logger, channel: LetterChannel): MessageAdapter {
  return {
    send({ subject }) {
      log.info({ channel, subject }, 'message to an applicant (not sent: development)');
      return Promise.resolve();
    },
  };
}
