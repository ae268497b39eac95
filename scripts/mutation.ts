import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { serialize } from 'node:v8';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { createVitest } from 'vitest/node';
import { compileKnowledge } from '../compiler/compile-knowledge';
import { chanceOf, lastEvent, readLog, type Mutant, type Plan } from '../tests/mutation/plan';

// `npm run mutation -- lookup`: changes the code of the folders that are named, one place at a time, and lists the changes
// that no unit test sees.

/** So long nothing is heard of a test before it is taken for one that never ends, in milliseconds. */
const ENDLESS = 60_000;
/** The same for the loading of a test file. */
const LOADING = 240_000;

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '5' },
    afresh: { type: 'boolean', default: false },
  },
});
const share = Number(values.share);
if (!folders.length || !(share > 0 && share <= 1)) {
  console.error(
    'Name one or more folders, and a share if not all: npm run mutation -- finder --share 0.2',
  );
  process.exit(1);
}

const root = process.cwd();
const out = join(root, '.output', 'mutation', folders.join('-'));
mkdirSync(out, { recursive: true });

const paths = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => /\.tsx?$/.test(path))
  .sort();

async function makePlan(): Promise<Plan> {
  const silent = new Proxy({}, { get: () => () => false });
  const instrumenter = new Instrumenter(silent as ConstructorParameters<typeof Instrumenter>[0]);
  const { files, mutants } = await instrumenter.instrument(
    paths.map((path) => ({
      name: join(root, path),
      mutate: true,
      content: readFileSync(path, 'utf8'),
    })),
    { ignorers: [], excludedMutations: [], plugins: null, noHeader: false } as never,
  );
  const knowledge = join(out, 'knowledge');
  writeFileSync(knowledge, serialize(await compileKnowledge(root)));
  const log = join(out, 'log.ndjson');
  writeFileSync(log, '');
  return {
    files: Object.fromEntries(files.map(({ name, content }) => [name, content])),
    mutants: mutants.filter((mutant) => chanceOf(mutant, root, values.seed) < share),
    log,
    active: join(out, 'active'),
    knowledge,
  };
}

const planFile = join(out, 'plan.json');
const plan = values.afresh
  ? (JSON.parse(readFileSync(planFile, 'utf8')) as Plan)
  : await makePlan();
plan.active = join(out, 'active');
process.env.MUTATION_PLAN = planFile;
writeFileSync(planFile, JSON.stringify(plan));

/** The test files that load any of the code that is changed. */
async function relatedFiles(): Promise<string[]> {
  const vitest = await createVitest('test', {
    config: 'vitest.mutation.config.ts',
    watch: false,
    related: paths.map((path) => join(root, path)),
  });
  const specifications = await vitest.getRelevantTestSpecifications();
  await vitest.close();
  return specifications.map(({ moduleId }) => relative(root, moduleId));
}

/**
 * Runs test files, and ends the run when a test with a change in it never ends.
 * @returns Whether it came to its end by itself.
 */
async function runTests(round: number, files: string[]): Promise<boolean> {
  const vitest = spawn(
    'npx',
    ['vitest', ...files, '--run', '--config', 'vitest.mutation.config.ts', '--reporter', 'dot'],
    {
      detached: true,
      stdio: process.env.MUTATION_DEBUG ? 'inherit' : 'ignore',
      env: { ...process.env, MUTATION_ROUND: String(round) },
    },
  );
  const started = Date.now();
  let isWhole = true;
  const watch = setInterval(() => {
    const isRunning = lastEvent(plan.log)?.is === 'runs';
    const last = Math.max(started, statSync(plan.log).mtimeMs);
    if (Date.now() - last < (isRunning ? ENDLESS : LOADING)) return;
    isWhole = false;
    process.kill(-vitest.pid!, 'SIGKILL');
  }, 1000);
  await new Promise((resolve) => vitest.on('exit', resolve));
  clearInterval(watch);
  const end = lastEvent(plan.log);
  if (end?.is === 'runs')
    appendFileSync(plan.log, `${JSON.stringify({ ...end, is: 'ran', result: 'timeout' })}\n`);
  return isWhole;
}

/** Of some test files those that no run has come to yet, and those of which something is left. */
function filesLeft(files: string[]): { untouched: string[]; begun: string[] } {
  const begun = new Set<string>();
  const done = new Set<string>();
  for (const event of readLog(plan.log))
    if (event.is === 'done') done.add(event.file);
    else if ('test' in event) begun.add(event.test.split(' > ')[0]!);
  return {
    untouched: files.filter((file) => !done.has(file) && !begun.has(file)),
    begun: files.filter((file) => !done.has(file) && begun.has(file)),
  };
}

const timeoutOf = (wait: number) =>
  new Promise<undefined>((resolve) => setTimeout(resolve, wait, undefined).unref());

/**
 * Runs changes that nothing saw once more, each with its test files loaded anew: what a file keeps for all of its tests, such
 * as a search that remembers its answers, may have hidden them.
 */
async function runAfresh(mutants: Mutant[], until: number): Promise<void> {
  process.env.MUTATION_ROUND = 'afresh';
  const start = () =>
    createVitest('test', {
      config: 'vitest.mutation.config.ts',
      watch: false,
      bail: 1,
      reporters: [{}],
    });
  const events = readLog(plan.log);
  const fileOf = (test: string) => test.split(' > ')[0]!;
  // A file with slow tests would take the time of a hundred changes.
  const slow = new Set(
    events.flatMap((event) => (event.is === 'later' ? [fileOf(event.test)] : [])),
  );
  const filesOf = new Map<string, Set<string>>();
  for (const event of events)
    if (event.is === 'covered' && !slow.has(fileOf(event.test)))
      for (const mutant of event.mutants)
        filesOf.set(mutant, (filesOf.get(mutant) ?? new Set()).add(fileOf(event.test)));
  let vitest = await start();
  for (const { id } of mutants) {
    if (Date.now() > until) break;
    writeFileSync(plan.active, id);
    let isSeen = false;
    for (const file of filesOf.get(id) ?? []) {
      // Else the failures of the run before count for `bail`.
      vitest.state.filesMap.clear();
      const specification = vitest.getRootProject().createSpecification(join(root, file));
      const result = await Promise.race([
        vitest.runTestSpecifications([specification]),
        timeoutOf(ENDLESS),
      ]);
      isSeen = !result || result.testModules.some((module) => !module.ok());
      if (!result) {
        await vitest.close();
        vitest = await start();
      }
      if (isSeen) break;
    }
    appendFileSync(plan.log, `${JSON.stringify({ is: 'afresh', mutant: id, isSeen })}\n`);
  }
  await vitest.close();
}

if (!values.afresh) {
  const related = await relatedFiles();
  // A first round that had to be ended goes on with the files that it did not come to.
  for (let files = related, isWhole = false; files.length && !isWhole;) {
    isWhole = await runTests(1, files);
    const { untouched } = filesLeft(files);
    if (untouched.length === files.length) break;
    files = untouched;
  }
  let files = filesLeft(related).begun;
  for (let round = 2; files.length && round < 40; round++) {
    await runTests(round, files);
    files = filesLeft(files).begun;
  }
}

function resultsOf(): (Mutant & { result: string })[] {
  const log = readLog(plan.log);
  const covered = new Set(log.flatMap((event) => (event.is === 'covered' ? event.mutants : [])));
  const loaded = new Set(log.flatMap((event) => (event.is === 'loaded' ? event.mutants : [])));
  const results = new Map<string, string>();
  for (const event of log)
    if (event.is === 'afresh')
      results.set(event.mutant, event.isSeen ? 'killed afresh' : 'survived');
    else if (event.is === 'ran' && (event.result === 'killed' || event.result === 'timeout'))
      results.set(event.mutant, event.result);
  return plan.mutants.map((mutant) => ({
    ...mutant,
    fileName: relative(root, mutant.fileName),
    result:
      results.get(mutant.id) ??
      // A test that loads a file anew comes by what is loaded, too, but not again with each change.
      (loaded.has(mutant.id) ? 'loaded' : covered.has(mutant.id) ? 'not seen' : 'not reached'),
  }));
}

const open = resultsOf().filter(({ result }) => result === 'not seen');
const order = (mutant: Mutant) => chanceOf(mutant, root, values.seed);
await runAfresh(
  open.sort((one, other) => order(one) - order(other)),
  Date.now() + Number(values.minutes) * 60_000,
);

const report = resultsOf();
writeFileSync(join(out, 'report.json'), JSON.stringify(report));
const count = (result: string) => report.filter((mutant) => mutant.result === result).length;
for (const {
  fileName,
  location: { start, end },
  replacement,
  result,
} of report)
  if (['survived', 'not seen', 'not reached'].includes(result)) {
    const lines = readFileSync(fileName, 'utf8').split('\n');
    const last = start.line === end.line ? end.column : undefined;
    console.log(
      `${fileName}:${start.line + 1}:${start.column + 1} ${result}\n  - ${lines[start.line]!.slice(start.column, last)}\n  + ${replacement}`,
    );
  }
for (const event of readLog(plan.log))
  if (event.is === 'broken') console.log(`fails by itself: ${event.test}: ${event.error}`);
const [killed, timeouts, afresh, survived, unsure, unreached, constant] = [
  'killed',
  'timeout',
  'killed afresh',
  'survived',
  'not seen',
  'not reached',
  'loaded',
].map(count) as [number, number, number, number, number, number, number];
// Of those that were not run afresh as many would be seen as of those that were.
const likely = unsure && afresh + survived ? (unsure * afresh) / (afresh + survived) : 0;
const seen = killed + timeouts + afresh + likely;
const reached = killed + timeouts + afresh + survived + unsure;
const percent = (whole: number) => `${((100 * seen) / whole).toFixed(1)} %`;
console.log(
  `${folders.join(', ')}: ${report.length} changes. Seen: ${killed}, ${timeouts} by a test that did not end, ${afresh} when run afresh. Not seen: ${survived} when run afresh, too, ${unsure} that were not run afresh, ${unreached} that no test comes by. Score ${percent(reached + unreached)}, of those that a test comes by ${percent(reached)}. ${constant} in what is read once, when a file is loaded, were not run.`,
);
