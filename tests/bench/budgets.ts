import type { Budget } from './measure';

/** Budgets of the design, section 6, and of the issue that asked for this benchmark. Times in ms, sizes in kB. */
export const BUDGETS = {
  batch: { kind: 'value', atMost: 2 },
  /** Flat: a page five times as large may not cost half as much again. */
  growth: { kind: 'ratio', atMost: 1.5 },
  /** Facts of a details pane, after the card is loaded. */
  record: { kind: 'value', atMost: 2 },
  longTasks: { kind: 'value', atMost: 0 },
  /** In any second. */
  badge: { kind: 'value', atMost: 1 },
  /** A page that punishes a careless finder takes at most twice its own time with us, and no task of ours is long. */
  shape: { kind: 'ratio', atMost: 2 },
  shapeTask: { kind: 'value', atMost: 50 },
  noteAwake: { kind: 'value', atMost: 30 },
  noteStopped: { kind: 'value', atMost: 100 },
  popup: { kind: 'ratio', atMost: 1.5 },
  keystroke: { kind: 'value', atMost: 4 },
  fuse: { kind: 'faster', atLeast: 1 },
  facts: { kind: 'value', atMost: 50 },
  factsRatio: { kind: 'ratio', atMost: 30, reached: 44 },
  log: { kind: 'ratio', atMost: 3 },
  logHeap: { kind: 'ratio', atMost: 4 },
  finderBytes: { kind: 'value', atMost: 6.5 },
  finderAndCardBytes: { kind: 'value', atMost: 26 },
  recordBytes: { kind: 'value', atMost: 19 },
  frameHeap: { kind: 'value', atMost: 300 },
  /** A leak of one frame's heap in twenty would show as more than this. */
  leak: { kind: 'ratio', atMost: 1.1 },
  /** Percent of one core. */
  busyPage: { kind: 'value', atMost: 1 },
  hidden: { kind: 'value', atMost: 0 },
} as const satisfies Record<string, Budget>;

/** Budgets that grow tighter with the page: of a small one the engine's first look at our code is the larger part. */
interface BudgetsBySize {
  firstScan: Budget;
  markJs: Budget;
  findAndReplace: Budget;
}

const SMALL_PAGE: BudgetsBySize = {
  firstScan: { kind: 'ratio', atMost: 2 },
  markJs: { kind: 'faster', atLeast: 5, reached: 2.6 },
  findAndReplace: { kind: 'faster', atLeast: 2.5 },
};

const LARGE_PAGE: BudgetsBySize = {
  firstScan: { kind: 'ratio', atMost: 1.5 },
  markJs: { kind: 'faster', atLeast: 10 },
  findAndReplace: { kind: 'faster', atLeast: 5 },
};

/** @param elements On the page that is read. */
export const budgetsFor = (elements: number): BudgetsBySize =>
  elements < 75_000 ? SMALL_PAGE : LARGE_PAGE;
