import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyBuiltExtension } from '../../browsers/built-extension';

/**
 * Runs before the finder, in its world. Marks on the page's timeline when the finder asks and is answered, and counts
 * what it reads. Nodes of the page look the same as before.
 */
const FINDER_TRACE = `
globalThis.benchCounts = { deliveries: 0, reads: 0 };
{
  const runtime = (globalThis.browser ?? chrome).runtime;
  const send = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = (message) => {
    performance.mark('bench:asked');
    const answer = send(message);
    answer.then(() => performance.mark('bench:answered'), () => {});
    return answer;
  };
  const Real = MutationObserver;
  globalThis.MutationObserver = class extends Real {
    constructor(deliver) {
      super((...args) => {
        benchCounts.deliveries++;
        deliver(...args);
      });
    }
  };
  const text = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent');
  Object.defineProperty(Node.prototype, 'textContent', {
    ...text,
    get() {
      benchCounts.reads++;
      return text.get.call(this);
    },
  });
}
`;

/** Runs before the worker's script. Notes on the clock when it starts, hears a message and has loaded the card. */
const WORKER_TRACE = `
{
  const clock = () => performance.timeOrigin + performance.now();
  globalThis.benchTimes = { created: performance.timeOrigin, script: clock() };
  const { onMessage } = chrome.runtime;
  onMessage.addListener(() => { benchTimes.heard = clock(); });
  const { scripting } = chrome;
  const execute = scripting.executeScript.bind(scripting);
  scripting.executeScript = (...args) => {
    benchTimes.injecting = clock();
    const done = execute(...args);
    done.then(() => { benchTimes.injected = clock(); }, () => {});
    return done;
  };
}
`;

/** A page of the extension with what the popup must have and nothing else. */
const EMPTY_PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><body><input type="search" autofocus></body></html>';

/**
 * Copies the built extension, so that a build meanwhile does not disturb the run, and adds an empty page to it.
 * @param isTraced Whether the copy tells when each step happens.
 * @returns The folder of the copy.
 */
export function copyExtension(isTraced: boolean): string {
  const folder = copyBuiltExtension('chrome-mv3');
  writeFileSync(join(folder, 'empty.html'), EMPTY_PAGE);
  if (!isTraced) return folder;

  const edit = (file: string, change: (text: string) => string) => {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  writeFileSync(join(folder, 'bench-trace.js'), FINDER_TRACE);
  edit('manifest.json', (text) => {
    const manifest = JSON.parse(text);
    manifest.content_scripts[0].js.unshift('bench-trace.js');
    return JSON.stringify(manifest);
  });
  edit(
    'card.js',
    (text) => `performance.mark('bench:card');${text}\n;performance.mark('bench:card-run');`,
  );
  edit('background.js', (text) => WORKER_TRACE + text);
  return folder;
}
