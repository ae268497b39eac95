import type { Chromium } from '../chromium/chromium';
import { LAB } from '../pages';

/** A fresh page with `bench` in it, in whichever browser. */
export interface LabPage {
  evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /**
   * Milliseconds that the page's thread has spent on scripts so far, and on style and layout, where the browser tells.
   * What other programs on the machine do does not count in it.
   */
  worked?(): Promise<{ script: number; layout: number }>;
  close(): Promise<void>;
}

/** A browser in which pages can be read again and again. */
export interface Lab {
  browser: 'Chromium' | 'Firefox';
  /** Opens a page whose scripts have not run before. */
  open(): Promise<LabPage>;
}

/** @param script The bundle that defines `bench`. */
export function chromiumLab(chromium: Chromium, script: string): Lab {
  return {
    browser: 'Chromium',
    async open() {
      const tab = await chromium.open();
      await tab.goto(LAB);
      await tab.evaluateText(`${script};0`);
      return tab;
    },
  };
}
