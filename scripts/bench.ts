import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleInPage } from '../tests/bench/bundle';
import { Chromium } from '../tests/bench/chromium/chromium';
import { launchFirefoxLab } from '../tests/bench/firefox-lab';
import { isBroken, type Measure } from '../tests/bench/measure';
import { busyPage } from '../tests/bench/measures/busy-page';
import { bytes } from '../tests/bench/measures/bytes';
import { facts } from '../tests/bench/measures/facts';
import { firstScan, firstScanInParts } from '../tests/bench/measures/first-scan';
import { frameHeap } from '../tests/bench/measures/frame-heap';
import { gridScroll } from '../tests/bench/measures/grid-scroll';
import { hiddenTab } from '../tests/bench/measures/hidden-tab';
import { chromiumLab } from '../tests/bench/measures/lab';
import { log } from '../tests/bench/measures/log';
import { listWork } from '../tests/bench/measures/list-work';
import { marking } from '../tests/bench/measures/marking';
import { mutations } from '../tests/bench/measures/mutations';
import { popupOpen } from '../tests/bench/measures/popup-open';
import { record } from '../tests/bench/measures/record';
import { search } from '../tests/bench/measures/search';
import { shapes } from '../tests/bench/measures/shapes';
import { timeToNote } from '../tests/bench/measures/time-to-note';
import { summary, table } from '../tests/bench/report';

// Measures what Signpost costs, prints it as a table and writes it to .output/bench.json. With --smoke a short run of
// the ratios alone, which fails where one misses its budget, or what was reached of it so far, by more than the slack in
// three rounds of four. `search` or
// `--only name,name` runs some.
// Six other programs on two cores made medians of the ratios at most 1.5 times as bad as the budget, single rounds six
// times; half as much again is left for worse machines.
const SLACK = 2.25;
const [SMALL, LARGE] = [15_000, 75_000] as const;
const RIVALS = ['markJs', 'findAndReplace', 'linkify'] as const;

const { argv } = process;
const isSmoke = argv.includes('--smoke');
const named = argv.slice(2).filter((one) => !one.startsWith('--'));
const only = named.length ? named.flatMap((names) => names.split(',')) : undefined;

const script = await bundleInPage();
const measures: Measure[] = [];

/** Runs one measure, and says how long it took, so that a slow one is noticed. */
async function run(name: string, take: () => Promise<Measure[]> | Measure[]): Promise<void> {
  if (only && !only.includes(name)) return;
  const start = Date.now();
  measures.push(...(await take()));
  console.error(`${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

const chromium = await Chromium.launch({ isTraced: false });
try {
  const lab = chromiumLab(chromium, script);
  const { extension } = chromium;
  if (isSmoke) {
    await run('first-scan', () => firstScan(lab, SMALL, 3));
    await run('marking', () => marking(lab, SMALL, 3, ['markJs', 'findAndReplace']));
    await run('mutations', () => mutations(lab, 1, [5_000, 75_000]));
    await run('record', () => record(lab, 3));
    await run('popup-open', () => popupOpen(chromium, 7));
    await run('search', () => search(lab, extension, 1, { hasQuality: false, every: 4 }));
    await run('facts', () => facts(lab, 5));
    await run('log', () => log(chromium, script, 10_000, 3));
  } else {
    await run('first-scan', () => firstScan(lab, SMALL, 15));
    await run('first-scan', () => firstScanInParts(lab, SMALL, 15));
    await run('first-scan', () => firstScan(lab, LARGE, 9));
    await run('first-scan', () => firstScanInParts(lab, LARGE, 9));
    await run('marking', () => marking(lab, SMALL, 9, RIVALS));
    await run('marking', () => marking(lab, LARGE, 5, RIVALS));
    await run('mutations', () => mutations(lab, 5));
    await run('record', () => record(lab, 9));
    await run('popup-open', () => popupOpen(chromium, 15));
    await run('search', () => search(lab, extension, 3));
    await run('facts', () => facts(lab, 15));
    await run('log', () => log(chromium, script, 100_000, 3));
    await run('bytes', () => bytes(extension));
    await run('frame-heap', () => frameHeap(chromium, 3));
    await run('busy-page', () => busyPage(chromium, 3));
    await run('grid-scroll', () => gridScroll(chromium, 2));
    await run('list-work', () => listWork(chromium, 1));
    await run('shapes', () => shapes(chromium, script, 2));
  }
} finally {
  await chromium.close();
}

if (!isSmoke) {
  const traced = await Chromium.launch({ isTraced: true });
  try {
    await run('time-to-note', () => timeToNote(traced, 9));
    await run('hidden-tab', () => hiddenTab(traced));
  } finally {
    await traced.close();
  }

  const firefox = await launchFirefoxLab(script);
  try {
    if (firefox) {
      await run('firefox', () => firstScan(firefox, SMALL, 7));
      await run('firefox', () => firstScanInParts(firefox, SMALL, 7));
      await run('firefox', () => marking(firefox, SMALL, 5, RIVALS));
      await run('firefox', () => mutations(firefox, 3));
    }
  } finally {
    await firefox?.end();
  }
}

console.log(table(measures));
await mkdir('.output', { recursive: true });
await writeFile(
  join('.output', 'bench.json'),
  `${JSON.stringify(measures.map(summary), null, 1)}\n`,
);

const broken = measures.filter(
  (measure) => measure.budget?.kind !== 'value' && isBroken(measure, SLACK),
);
if (isSmoke && broken.length) {
  console.error(
    `\nWorse than the budget, or than what was reached of it, by more than ${SLACK} times:`,
  );
  for (const { what } of broken) console.error(`- ${what}`);
  process.exitCode = 1;
}
