import { timeRecord } from './details-pane';
import { timeFacts } from './facts';
import { forgetLog, prepareLog, timeBareParse, timeLog } from './log';
import { answerAll, prepareSearch, timeKeystrokes } from './search';
import { timeBatches } from './mutation-batches';
import { drawPortalPage } from './portal-page';
import { takeShape } from './shapes';
import { layOut, readLater, timeReader, timeReadersWarm } from './readers';

/** What the benchmark calls inside the page. */
const api = {
  drawPortalPage,
  readLater,
  layOut,
  timeReader,
  timeReadersWarm,
  timeBatches,
  timeFacts,
  takeShape,
  prepareSearch,
  answerAll,
  timeKeystrokes,
  timeRecord,
  prepareLog,
  forgetLog,
  timeLog,
  timeBareParse,
};

declare global {
  var bench: typeof api;
}

globalThis.bench = api;
