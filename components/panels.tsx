import type { ComponentChildren } from 'preact';
import { CommandBlock } from './command-block';
import { Diagnosis } from './diagnosis';
import { Evidence } from './evidence';
import type { DrawPanel, Explained, LateTab } from './explained';
import { Findings } from './findings';
import { ReplyView } from './person-view';
import { Places } from './words';

/** What stands under each tab that only somebody who looks closer opens. */
const BODIES: Record<LateTab, (explained: Explained) => ComponentChildren> = {
  causes: ({ entry, causes }) => <Findings {...entry} judged={causes} />,
  commands: ({ entry, ids, copy, readRecord }) =>
    entry?.commands?.map((command) => <CommandBlock {...{ command, ids, copy, readRecord }} />),
  diagnose: ({ entry, answers }) =>
    entry?.diagnosis && <Diagnosis question={entry.diagnosis} known={answers} />,
  user: ({ entry, copy }) => entry && <ReplyView {...{ entry, copy }} />,
};

/**
 * Draws the body of a tab: causes as the record judges them, commands, diagnosis, reply. On host pages it runs in another
 * script than the card, whose contexts do not reach it; hence it sets its own.
 */
export const drawPanel: DrawPanel = (tab, explained, showEvidence) => (
  <Places.Provider value={explained.places}>
    <Evidence.Provider value={showEvidence}>{BODIES[tab](explained)}</Evidence.Provider>
  </Places.Provider>
);
