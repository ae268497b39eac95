import { setTimeout as sleep } from 'node:timers/promises';
import type { Chromium } from '../chromium/chromium';
import type { Tab } from '../chromium/tab';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import { OFF, ON } from '../pages';

const FRAMES = 50;
const OPENED = 200;
const AT_ONCE = 20;

/** Adds frames of the same site and waits until they are loaded. */
async function addFrames(tab: Tab, path: string, count: number): Promise<void> {
  await tab.evaluate(
    (src, frames) =>
      Promise.all(
        Array.from({ length: frames }, () => {
          const frame = document.createElement('iframe');
          frame.src = src;
          const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
          document.body.append(frame);
          return loaded;
        }),
      ).then(() => 0),
    path,
    count,
  );
  await sleep(500);
}

async function removeFrames(tab: Tab): Promise<void> {
  await tab.evaluate(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));
}

/** Kilobytes of script heap for each frame without codes. */
async function heapPerFrame(chromium: Chromium, origin: string): Promise<number> {
  const tab = await chromium.open();
  await tab.goto(`${origin}/plain`);
  await addFrames(tab, '/plain', 1);
  const before = await tab.heap();
  await addFrames(tab, '/plain', FRAMES);
  const after = await tab.heap();
  await tab.close();
  return (after - before) / FRAMES / 1000;
}

/** Heap after many frames with a code came and went, and before; documents that are still held. */
async function openAndClose(
  chromium: Chromium,
  origin: string,
): Promise<{ before: number; after: number; documents: number }> {
  const tab = await chromium.open();
  await tab.goto(`${origin}/plain`);
  // The first frames bring what stays for good: compiled code, shared shapes.
  const cycle = async () => {
    await addFrames(tab, '/with-code', AT_ONCE);
    await removeFrames(tab);
  };
  await cycle();
  const before = await tab.heap();
  const documents = (await tab.metrics()).Documents!;
  for (let opened = 0; opened < OPENED; opened += AT_ONCE) await cycle();
  const after = await tab.heap();
  const held = (await tab.metrics()).Documents! - documents;
  await tab.close();
  return { before: before / 1000, after: after / 1000, documents: held };
}

/** What the extension holds in memory for each frame, and whether it lets go of it. */
export async function frameHeap(chromium: Chromium, rounds: number): Promise<Measure[]> {
  const on: number[] = [];
  const off: number[] = [];
  for (let round = 0; round < rounds; round++) {
    off.push(await heapPerFrame(chromium, OFF));
    on.push(await heapPerFrame(chromium, ON));
  }
  const leakOff = await openAndClose(chromium, OFF);
  const leakOn = await openAndClose(chromium, ON);
  return [
    {
      what: 'Heap added per frame without codes',
      unit: 'kB',
      ours: on.map((heap, at) => heap - off[at]!),
      budget: BUDGETS.frameHeap,
    },
    {
      what: `Heap after ${OPENED} frames with a code came and went`,
      unit: 'kB',
      ours: [leakOn.after],
      against: { name: 'before', values: [leakOn.before] },
      budget: BUDGETS.leak,
    },
    {
      what: 'Documents held after that',
      unit: '',
      ours: [leakOn.documents],
      against: { name: 'extension off', values: [leakOff.documents] },
    },
  ];
}
