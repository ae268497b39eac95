import { timeRecord } from './details-pane';
import { timeFacts } from './facts';
import { answerAll, prepareSearch, timeKeystrokes } from './search';
import { timeBatches } from './mutation-batches';
import { drawPortalPage } from './portal-page';
import { takeShape } from './shapes';
import { layOut, read, timeReader, timeReadersWarm } from './readers';

/** What the benchmark calls inside the page. */
const api = {
  drawPortalPage,
  read,
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
};

declare global {
  var bench: typeof api;
}

globalThis.bench = api;
