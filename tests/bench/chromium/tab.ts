import { respond } from '../pages';
import type { CdpPipe, Listener } from './cdp-pipe';

interface Evaluated {
  result: { value: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** A tab of the browser, whose https addresses are answered by the benchmark itself. */
export class Tab {
  private constructor(
    readonly cdp: CdpPipe,
    readonly targetId: string,
    readonly sessionId: string,
  ) {}

  static async open(cdp: CdpPipe): Promise<Tab> {
    const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
    });
    const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const tab = new Tab(cdp, targetId, sessionId);
    tab.on('Fetch.requestPaused', (params) => void tab.#answer(params));
    await tab.send('Fetch.enable', { patterns: [{ urlPattern: 'https://*' }] });
    await tab.send('Page.enable');
    // Times of the thread and not of the clock, so that other work on the machine does not count.
    await tab.send('Performance.enable', { timeDomain: 'threadTicks' });
    return tab;
  }

  send<Result>(method: string, params: object = {}): Promise<Result> {
    return this.cdp.send(method, params, this.sessionId);
  }

  on(method: string, listener: Listener): void {
    this.cdp.on(method, listener, this.sessionId);
  }

  /** Opens an address and waits for its load event. */
  async goto(url: string): Promise<void> {
    const loaded = new Promise<void>((resolve) => this.on('Page.loadEventFired', () => resolve()));
    const { errorText } = await this.send<{ errorText?: string }>('Page.navigate', { url });
    if (errorText) throw new Error(`${url} did not open: ${errorText}`);
    await loaded;
  }

  /** Runs a function in the page and waits for what it returns. */
  async evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    // tsx names inner functions through a helper that the page lacks.
    const call = `{const __name = (it) => it; return (${run.toString()})(...${JSON.stringify(args)})}`;
    return this.evaluateText<Awaited<Result>>(`(() => ${call})()`);
  }

  async evaluateText<Result>(expression: string, contextId?: number): Promise<Result> {
    const { result, exceptionDetails } = await this.send<Evaluated>('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      const { text, exception } = exceptionDetails;
      throw new Error(exception?.description ?? text);
    }
    return result.value as Result;
  }

  /** Runs a script before every page of this tab. */
  async addInitScript(run: () => void): Promise<void> {
    const source = `{const __name = (it) => it; (${run.toString()})()}`;
    await this.send('Page.addScriptToEvaluateOnNewDocument', { source });
  }

  /** Counters of the page's process: seconds of script and of all tasks, frames, documents, nodes and so on. */
  async metrics(): Promise<Record<string, number>> {
    const { metrics } = await this.send<{ metrics: { name: string; value: number }[] }>(
      'Performance.getMetrics',
    );
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  /**
   * Milliseconds that the thread of the page has spent on scripts, and on style and layout. Frames that the browser draws
   * meanwhile, and answers to us, do not count: they fall now into one reading and now into another.
   */
  async worked(): Promise<{ script: number; layout: number }> {
    const { ScriptDuration, RecalcStyleDuration, LayoutDuration } = await this.metrics();
    return {
      script: ScriptDuration! * 1000,
      layout: (RecalcStyleDuration! + LayoutDuration!) * 1000,
    };
  }

  /** Bytes of script heap after everything that can go has gone. */
  async heap(): Promise<number> {
    for (let time = 0; time < 3; time++) await this.send('HeapProfiler.collectGarbage');
    return (await this.metrics()).JSHeapUsedSize!;
  }

  async activate(): Promise<void> {
    await this.cdp.send('Target.activateTarget', { targetId: this.targetId });
  }

  async close(): Promise<void> {
    await this.cdp.send('Target.closeTarget', { targetId: this.targetId });
  }

  async #answer(params: Record<string, unknown>): Promise<void> {
    const { requestId, request } = params as { requestId: string; request: { url: string } };
    const { status, headers, body } = respond(request.url);
    await this.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: status,
      responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
      body: Buffer.from(body).toString('base64'),
    }).catch(() => {
      // The frame that asked was closed meanwhile.
    });
  }
}
