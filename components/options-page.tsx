import { useState } from 'preact/hooks';
import { i18n } from './i18n';
import { HOST_GROUPS, type HostGroup } from '../hosts/roles';
import type { Settings } from '../settings/settings';
import { Glyph } from './glyph';

interface Props {
  settings: Settings;
  policy: Partial<Settings>;
  granted: readonly string[];
  isSupportUrl: (address: string) => boolean;
  save: (settings: Settings) => Promise<void>;
  /** Asks the browser for a group of sites, or gives it back. Answers whether it is allowed afterwards. */
  setSites: (group: HostGroup, isWanted: boolean) => Promise<boolean>;
}

/** The options: where Signpost explains, the help desk's button, and more sites. */
export function OptionsPage({
  settings: start,
  policy,
  granted,
  isSupportUrl,
  save,
  setSites,
}: Props) {
  const [settings, setSettings] = useState(start);
  const [message, setMessage] = useState('');
  const [sites, setGranted] = useState(() =>
    Object.fromEntries(
      HOST_GROUPS.map(({ id, patterns }) => [id, patterns.every((one) => granted.includes(one))]),
    ),
  );

  const change = async (changed: Partial<Settings>) => {
    const next = { ...settings, ...changed };
    setSettings(next);
    if (next.supportUrl && !isSupportUrl(next.supportUrl)) {
      setMessage(i18n.t('options.badUrl'));
      return;
    }
    await save(next);
    setMessage(i18n.t('options.saved'));
  };
  const managed = (key: keyof Settings) =>
    key in policy && <span class="soft"> {i18n.t('options.managed')}</span>;

  return (
    <main>
      <header>
        <Glyph /> <h1>{i18n.t('options.title')}</h1>
      </header>
      {(['signInPages', 'otherPages'] as const).map((key) => (
        <label class="choice">
          <input
            type="checkbox"
            checked={settings[key]}
            disabled={key in policy}
            onChange={(event) => void change({ [key]: event.currentTarget.checked })}
          />
          {i18n.t(`options.${key}`)}
          {managed(key)}
        </label>
      ))}
      <h2>{i18n.t('options.help')}</h2>
      {(['supportName', 'supportUrl'] as const).map((key) => (
        <label class="field">
          {i18n.t(`options.${key}`)}
          {managed(key)}
          <input
            type="text"
            list={undefined}
            value={settings[key]}
            disabled={key in policy}
            onChange={(event) => void change({ [key]: event.currentTarget.value.trim() })}
          />
        </label>
      ))}
      <h2>{i18n.t('options.sites')}</h2>
      <p class="soft">{i18n.t('options.sitesHint')}</p>
      {HOST_GROUPS.map((group) => (
        <label class="choice">
          <input
            type="checkbox"
            checked={sites[group.id]}
            onChange={(event) => {
              const isWanted = event.currentTarget.checked;
              void setSites(group, isWanted).then((isAllowed) => {
                setGranted({ ...sites, [group.id]: isAllowed });
                setMessage(i18n.t(isAllowed === isWanted ? 'options.saved' : 'options.refused'));
              });
            }}
          />
          {i18n.t(`hosts.${group.id}`)}
        </label>
      ))}
      <p role="status" class="status">
        {message}
      </p>
      <p class="soft">{i18n.t('options.shortcuts')}</p>
      <p class="soft">{i18n.t('options.privacy')}</p>
    </main>
  );
}
