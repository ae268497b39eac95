import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/entry.css';
import '../../components/pages.css';
import './options.css';
import { OptionsPage } from '../../components/options-page';
import { isSupportUrl, readPolicy, readSettings, saveChoices } from '../../settings/settings';

const [settings, policy, { origins = [] }] = await Promise.all([
  readSettings(),
  readPolicy(),
  browser.permissions.getAll(),
]);

render(
  <OptionsPage
    settings={settings}
    policy={policy}
    granted={origins}
    isSupportUrl={isSupportUrl}
    save={saveChoices}
    setSites={async ({ patterns }, isWanted) => {
      if (isWanted) return browser.permissions.request({ origins: patterns });
      return !(await browser.permissions.remove({ origins: patterns }));
    }}
  />,
  document.getElementById('root')!,
);
