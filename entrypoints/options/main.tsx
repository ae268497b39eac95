import { render } from 'preact';
import { browser } from 'wxt/browser';
import './styles.css';
import { leaveOpenTabs } from '../../background/optional-sites';
import { download } from '../../components/download';
import { OptionsPage, type OptionsProps } from '../../components/options-page';
import { readNotes, saveNotes, watchNotes } from '../../settings/notes';
import { HOST_GROUPS } from '../../hosts/roles';
import {
  askPolicy,
  DEFAULTS,
  inForce,
  isSupportUrl,
  readLayers,
  saveChoice,
  watchSettings,
  type Layers,
} from '../../settings/settings';

const root = document.getElementById('root')!;

let known: OptionsProps = {
  layers: undefined,
  settings: DEFAULTS,
  granted: undefined,
  groups: HOST_GROUPS,
  hasFailed: false,
  isSupportUrl,
  save: async (key, value) => {
    await saveChoice(key, value);
    knowLayers({
      policy: known.layers?.policy ?? {},
      choices: { ...known.layers?.choices, [key]: value },
    });
  },
  notes: { readNotes, saveNotes, watchNotes, download },
  setSites: async ({ patterns }, isWanted) => {
    if (isWanted) return browser.permissions.request({ origins: patterns });
    await leaveOpenTabs(patterns);
    return !(await browser.permissions.remove({ origins: patterns }));
  },
};

function know(more: Partial<OptionsProps>): void {
  known = { ...known, ...more };
  render(<OptionsPage {...known} />, root);
}

function knowLayers(layers: Layers): void {
  know({ layers, settings: inForce(layers) });
}

async function readSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  know({ granted: origins });
}

async function readRows(): Promise<void> {
  knowLayers(await readLayers());
  // The policy last seen stands at once; what the browser says now follows.
  const policy = await askPolicy();
  knowLayers({ choices: known.layers?.choices ?? {}, policy });
}

const failed = () => know({ hasFailed: true });

know({});
document.title = document.querySelector('h1')!.textContent;
readRows().catch(failed);
// A policy that changes, or a choice in another window. The background sees to what is seen of the policy.
watchSettings(() => readRows().catch(failed));
readSites().catch(failed);
// Sites that are given or taken back elsewhere: in the popup, or in the browser's own settings.
for (const change of [browser.permissions.onAdded, browser.permissions.onRemoved])
  change.addListener(() => readSites().catch(failed));
