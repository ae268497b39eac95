import type { PortalPage } from '../in-page/portal-page';
import type { ReaderName, Reading } from '../in-page/readers';
import type { Lab, LabPage } from './lab';

/** One reading, by the clock of the thread where there is one, else by that of the page. */
async function timeOnce(tab: LabPage, name: ReaderName): Promise<Reading> {
  if (!tab.worked) return tab.evaluate((reader) => bench.timeReader(reader), name);
  const start = await tab.worked();
  const found = await tab.evaluate((reader) => bench.readLater(reader), name);
  const read = await tab.worked();
  await tab.evaluate(() => bench.layOut());
  const laidOut = await tab.worked();
  const script = read.script - start.script;
  return { found, script, withLayout: script + laidOut.layout - start.layout };
}

/**
 * Lets each reader read a fresh page, round by round, so that each meets the page as a browser meets it: nothing
 * compiled, nothing cached, and no code of another reader run before.
 * @returns The readings by reader, those of one round at the same place.
 */
export async function readFresh<Name extends ReaderName>(
  lab: Lab,
  page: PortalPage,
  names: readonly Name[],
  rounds: number,
): Promise<Record<Name, Reading[]>> {
  const readings = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Reading[]
  >;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const tab = await lab.open();
      await tab.evaluate((wanted) => bench.drawPortalPage(wanted), page);
      const reading = await timeOnce(tab, name);
      await tab.close();
      if (reading.found !== page.codes) {
        throw new Error(`${name} found ${reading.found} codes where ${page.codes} stand.`);
      }
      readings[name].push(reading);
    }
  }
  return readings;
}
