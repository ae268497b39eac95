import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { TestRunner } from 'vitest';
import { clearLeftovers, watchLeftovers } from './leftovers';
import { readLog, readPlan, type Event } from './plan';

type Test = Parameters<TestRunner['onAfterTryTask']>[0];

/** A test that takes longer waits for the second round, in milliseconds: what quick tests see need not be run in it. */
const SLOW = 250;
/** So long a test is run again and again in one round, in milliseconds. */
const MOST = 20_000;

/** What the instrumented code reads and counts. */
const switches: {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: {
    static: Record<string, number>;
    perTest: Record<string, Record<string, number>>;
  };
  hitCount?: number;
  hitLimit?: number;
} = ((globalThis as Record<string, unknown>).__stryker__ ??= {});

/**
 * Runs each test first as it is, which says by which changes it comes, then once with each of those changes that no test
 * has seen yet. A process is not started anew for each change, and what a file loads is loaded once: that makes it tens of
 * times faster. After a change was seen the test has to pass without it; else something was left behind, and the rest of
 * the file is run in the next round, in a new process.
 */
export default class MutationRunner extends TestRunner {
  private readonly plan = readPlan();
  private readonly isSampled = new Set(this.plan.mutants.map(({ id }) => id));
  private readonly killed = new Set<string>();
  private readonly tried = new Set<string>();
  private isLeft = false;
  private isSlow = false;
  private waiting: string[] = [];
  private hits: Record<string, number> = {};
  private active: string | undefined;
  private wasClean = false;
  private isFirst = true;
  private again: string | undefined;
  private began = 0;
  private file = '';

  constructor(config: ConstructorParameters<typeof TestRunner>[0]) {
    super(config);
    for (const event of readLog(this.plan.log)) {
      if (event.is !== 'ran') continue;
      if (event.result === 'killed' || event.result === 'timeout') this.killed.add(event.mutant);
      if (event.result !== 'unsure') this.tried.add(`${event.test}\n${event.mutant}`);
    }
  }

  private log(event: Event): void {
    appendFileSync(this.plan.log, `${JSON.stringify(event)}\n`);
  }

  private nameOf(test: Test): string {
    const names = [test.name];
    for (let suite = test.suite; suite; suite = suite.suite) names.unshift(suite.name);
    return [relative(this.config.root, test.file.filepath), ...names].join(' > ');
  }

  override async onBeforeRunTask(test: Test): Promise<void> {
    watchLeftovers();
    this.file = relative(this.config.root, test.file.filepath);
    await super.onBeforeRunTask(test);
    if (this.isLeft) test.mode = 'skip';
    test.repeats = Infinity;
    this.isFirst = true;
    this.active = this.again = undefined;
    this.began = performance.now();
  }

  override onBeforeTryTask(test: Test): void {
    super.onBeforeTryTask(test);
    const name = this.nameOf(test);
    switches.currentTestId = this.isFirst ? name : 'changed';
    switches.activeMutant = this.active;
    switches.hitCount = 0;
    switches.hitLimit = this.active ? 1000 + 100 * (this.hits[this.active] ?? 0) : Infinity;
    if (this.active) this.log({ is: 'runs', test: name, mutant: this.active });
  }

  onAfterRetryTask(test: Test): void {
    switches.activeMutant = switches.currentTestId = undefined;
    clearLeftovers();
    const name = this.nameOf(test);
    const result = test.result!;
    const hasFailed = result.state === 'fail';
    const error = result.errors?.[0]?.message;
    const isSkipped = result.state === 'skip';
    result.state = 'run';
    delete result.errors;

    if (isSkipped) return this.finish(result);
    if (!this.active) {
      if (hasFailed) {
        this.log({ is: 'broken', test: name, error });
        this.isLeft = !this.isFirst;
        return this.finish(result);
      }
      this.wasClean = true;
      if (this.isFirst) {
        this.isFirst = false;
        this.hits = switches.mutantCoverage?.perTest[name] ?? {};
        this.waiting = Object.keys(this.hits).filter((id) => this.isSampled.has(id));
        this.log({ is: 'covered', test: name, mutants: this.waiting });
        if (performance.now() - this.began > SLOW && process.env.MUTATION_ROUND === '1') {
          this.log({ is: 'later', test: name });
          this.isSlow = true;
          return this.finish(result);
        }
      }
    } else if (!hasFailed) {
      this.log({ is: 'ran', test: name, mutant: this.active, result: 'survived' });
      this.wasClean = false;
    } else if (this.wasClean) {
      const isTimeout = /timed out|Hit count limit/.test(error ?? '');
      this.log({
        is: 'ran',
        test: name,
        mutant: this.active,
        result: isTimeout ? 'timeout' : 'killed',
      });
      this.killed.add(this.active);
      this.active = undefined;
      return;
    } else {
      // A change before it, which nobody saw, may be what is seen now.
      this.log({ is: 'ran', test: name, mutant: this.active, result: 'unsure' });
      this.again = this.active;
      this.active = undefined;
      return;
    }
    this.active = this.again ?? this.next(name);
    this.again = undefined;
    if (!this.active) this.finish(result);
  }

  private next(test: string): string | undefined {
    if (performance.now() - this.began > MOST) return undefined;
    let mutant: string | undefined;
    do mutant = this.waiting.pop();
    while (mutant && (this.killed.has(mutant) || this.tried.has(`${test}\n${mutant}`)));
    return mutant;
  }

  /** Ends the repetitions: Vitest leaves a test that is skipped. */
  private finish(result: NonNullable<Test['result']>): void {
    result.state = 'skip';
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles();
    const loaded = Object.keys(switches.mutantCoverage?.static ?? {}).filter((id) =>
      this.isSampled.has(id),
    );
    this.log({ is: 'loaded', mutants: loaded });
    if (!this.isLeft && !this.isSlow && this.file) this.log({ is: 'done', file: this.file });
  }
}
