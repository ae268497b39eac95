import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { chromiumArguments } from '../../browsers/built-extension';
import { CdpPipe } from './cdp-pipe';
import { Tab } from './tab';
import { copyExtension } from './traced-extension';

interface Target {
  targetId: string;
  type: string;
  url: string;
}

/** A headless Chromium with a copy of the built extension. */
export class Chromium {
  private constructor(
    readonly cdp: CdpPipe,
    /** Folder of the copy of the extension. */
    readonly extension: string,
    readonly close: () => Promise<void>,
  ) {}

  /** @param isTraced Whether the extension tells when each step happens, which costs a little. */
  static async launch({ isTraced }: { isTraced: boolean }): Promise<Chromium> {
    const path = findBrowser('Chromium');
    if (!path) throw new Error('No Chromium found. Set CHROMIUM_PATH to one.');
    const extension = copyExtension(isTraced);
    const profile = mkdtempSync(join(tmpdir(), 'signpost-profile-'));
    const browser = spawn(
      path,
      [
        ...chromiumArguments(extension),
        '--remote-debugging-pipe',
        `--user-data-dir=${profile}`,
        '--disable-features=DisableLoadExtensionCommandLineSwitch',
        '--window-size=1280,800',
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const ended = new Promise<void>((resolve) => browser.on('exit', () => resolve()));
    const cdp = new CdpPipe(browser);
    const close = async () => {
      await cdp.send('Browser.close').catch(() => {});
      await ended;
      const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };
      rmSync(profile, options);
      rmSync(extension, options);
    };
    const chromium = new Chromium(cdp, extension, close);
    chromium.#id = new URL((await chromium.worker()).url).host;
    return chromium;
  }

  open(): Promise<Tab> {
    return Tab.open(this.cdp);
  }

  async #workers(): Promise<Target[]> {
    const { targetInfos } = await this.cdp.send<{ targetInfos: Target[] }>('Target.getTargets');
    return targetInfos.filter(({ type }) => type === 'service_worker');
  }

  /** The extension's worker, once it runs. */
  async worker(): Promise<Target> {
    for (let tries = 0; tries < 100; tries++) {
      const [worker] = await this.#workers();
      if (worker) return worker;
      await sleep(100);
    }
    throw new Error('The worker of the extension did not start.');
  }

  /** Address of a page of the extension. */
  pageUrl(path: string): string {
    return `chrome-extension://${this.#id}/${path}`;
  }
  #id = '';

  /** Stops the worker as the browser does after half a minute of rest. */
  async stopWorker(): Promise<void> {
    for (const { targetId } of await this.#workers()) {
      await this.cdp.send('Target.closeTarget', { targetId });
    }
    for (let tries = 0; (await this.#workers()).length; tries++) {
      if (tries > 100) throw new Error('The worker of the extension did not stop.');
      await sleep(20);
    }
  }

  /** Reads a value out of the running worker, then lets go of it. */
  async evaluateInWorker<Result>(expression: string): Promise<Result> {
    const { targetId } = await this.worker();
    const { sessionId } = await this.cdp.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const { result } = await this.cdp.send<{ result: { value: Result } }>(
      'Runtime.evaluate',
      { expression, returnByValue: true },
      sessionId,
    );
    await this.cdp.send('Target.detachFromTarget', { sessionId });
    return result.value;
  }
}
