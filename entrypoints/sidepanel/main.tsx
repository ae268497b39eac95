import { browser } from 'wxt/browser';
import { PanelTools } from '../../components/panel-tools';
import { entryAddress } from '../../lookup/address';
import { onLook } from '../../messaging/looks';
import { start } from '../../messaging/start';
import { panelFollows } from '../../settings/kept-flag';
import { runLookup } from '../lookup/run-lookup';
import { isTypedIn } from './is-typed-in';

let follows = false;

const openTab = () =>
  browser.tabs.create({ url: browser.runtime.getURL('/lookup.html') + location.hash });

const tools = () => (
  <PanelTools
    follows={follows}
    setFollows={async (isWanted) => {
      await panelFollows.save(isWanted);
      follow(isWanted);
    }}
    openTab={() => start('opening a tab', openTab)}
  />
);

const know = runLookup(document.getElementById('root')!, { tools: tools() });

function follow(isWanted: boolean): void {
  follows = isWanted;
  know({ tools: tools() });
}

start('reading the choice of the panel', async () => follow(await panelFollows.read()));
start('following the page', () =>
  onLook((code) => {
    if (follows && !isTypedIn()) location.hash = entryAddress(code);
  }),
);
