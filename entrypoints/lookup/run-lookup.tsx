import { render } from 'preact';
import './styles.css';
import { codeRules } from '../../background/code-rules';
import { copyText } from '../../components/copy-text';
import { LookupPage, type LookupProps } from '../../components/lookup-page';
import {
  loadChart,
  loadEntry,
  loadGuide,
  loadGuides,
  loadIndex,
  loadPlaces,
  loadWords,
} from '../../lookup/load-entries';
import { createLogReader } from '../../messaging/ask-log';
import { createReader } from '../../messaging/ask-reader';
import { portalLinks } from '../../report/portal-links';
import { readNote, saveNote, watchNote } from '../../settings/notes';
import { readSettings, watchSettings } from '../../settings/settings';
import { start } from '../../messaging/start';
import { forgetTicks, readTicks, saveTick, watchTicks } from '../../settings/ticks';
import { saveCodes } from './save-codes';

/**
 * Runs the lookup page: in a tab, and in the side panel.
 * @param root Where it is drawn.
 * @param more What the surface adds.
 * @returns A function that changes what it adds.
 */
export function runLookup(
  root: HTMLElement,
  more: Partial<LookupProps> = {},
): (more: Partial<LookupProps>) => void {
  let known: LookupProps = {
    hash: location.hash,
    index: { state: 'loading' },
    guides: [],
    words: undefined,
    loadEntry,
    loadChart,
    loadGuide,
    loadRules: codeRules,
    ticks: { read: readTicks, save: saveTick, forget: forgetTicks, watch: watchTicks },
    readPaste: createReader('/read.js'),
    createLogReader: () => createLogReader('/log.js'),
    places: {},
    copy: copyText,
    saveCodes,
    go: (hash) => (location.hash = hash),
    replace: (hash) => {
      history.replaceState(null, '', hash);
      know({ hash: location.hash });
    },
    ...more,
  };

  function know(news: Partial<LookupProps>): void {
    known = { ...known, ...news };
    render(<LookupPage {...known} />, root);
  }

  function readIndex(): void {
    know({ index: { state: 'loading' } });
    const fail = () => know({ index: { state: 'failed', retry: readIndex } });
    Promise.all([loadIndex(), loadGuides()])
      .then(([content, guides]) => know({ index: { state: 'loaded', content }, guides }))
      // The catalog is drawn before the words are unpacked.
      .then(loadWords)
      .then((words) => know({ words }), fail);
  }

  addEventListener('hashchange', () => know({ hash: location.hash }));
  readIndex();
  // Without the places, what would be links are words.
  loadPlaces().then(
    (places) => know({ places: portalLinks(places, '') }),
    () => {},
  );
  const notes = { read: readNote, save: saveNote, watch: watchNote };
  const readChoices = () =>
    start('reading the settings', async () =>
      know({ notes: (await readSettings()).notes ? notes : undefined }),
    );
  readChoices();
  watchSettings(readChoices);
  return know;
}
