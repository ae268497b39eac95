import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** An answer or event of the DevTools protocol. */
interface Incoming {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
}

export type Listener = (params: Record<string, unknown>) => void;

/**
 * The DevTools protocol over the pipe of a browser, and nothing more. Test frameworks attach themselves to every
 * worker and hold its start until they have answered, which is the very time that is measured here.
 */
export class CdpPipe {
  readonly #out: Writable;
  readonly #waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void; method: string }
  >();
  readonly #listeners = new Map<string, Set<Listener>>();
  #lastId = 0;

  /** @param browser Started with `--remote-debugging-pipe` and pipes at 3 and 4. */
  constructor(browser: ChildProcess) {
    this.#out = browser.stdio[3] as Writable;
    let rest = '';
    const incoming = browser.stdio[4] as Readable;
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => {
      const messages = (rest + chunk).split('\0');
      rest = messages.pop()!;
      for (const message of messages) this.#take(JSON.parse(message) as Incoming);
    });
    // The browser is gone: whatever is still asked has no answer.
    this.#out.on('error', () => {});
    browser.on('exit', () => {
      for (const { reject, method } of this.#waiting.values()) {
        reject(new Error(`The browser ended before it answered ${method}.`));
      }
      this.#waiting.clear();
    });
  }

  send<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = ++this.#lastId;
    this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject, method });
    });
  }

  /** Calls back for each event of a session, or of the browser itself. */
  on(method: string, listener: Listener, sessionId = ''): void {
    const key = `${sessionId} ${method}`;
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
  }

  #take({ id, method, params = {}, result, error, sessionId = '' }: Incoming): void {
    if (id === undefined) {
      for (const listener of this.#listeners.get(`${sessionId} ${method}`) ?? []) listener(params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result);
  }
}
