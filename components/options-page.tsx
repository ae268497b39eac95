import type { ComponentChildren } from 'preact';
import { i18n } from './i18n';
import type { HostGroup } from '../hosts/roles';
import type { Layers, Settings } from '../settings/settings';
import { Glyph } from './glyph';
import { LoadFailed } from './load-failed';
import { NotesSection, type NotesSectionProps } from './notes-section';
import { SettingField, type FieldProps } from './setting-field';
import { SettingSwitch } from './setting-switch';
import { SiteGroup } from './site-group';

export interface OptionsProps {
  /** Absent until they are read. */
  layers: Layers | undefined;
  /** What is in force. */
  settings: Settings;
  /** Patterns of the sites that the browser allows. Absent until they are known. */
  granted: readonly string[] | undefined;
  groups: readonly HostGroup[];
  hasFailed: boolean;
  isSupportUrl: FieldProps['isValid'];
  /** Saves one choice. Rejects where the browser cannot store it. */
  save: <Key extends keyof Settings>(key: Key, value: Settings[Key]) => Promise<void>;
  notes: NotesSectionProps;
  /** Asks the browser for a group of sites, or gives it back. Answers whether it is allowed afterwards. */
  setSites: (group: HostGroup, isWanted: boolean) => Promise<boolean>;
}

const anyText = () => true;

function Waiting({ isOver, children }: { isOver: boolean; children: ComponentChildren }) {
  return isOver ? <>{children}</> : <p role="status">{i18n.t('card.loading')}</p>;
}

/** The options: where Signpost explains, the help desk's button, and more sites. */
export function OptionsPage(props: OptionsProps) {
  const { layers, settings, granted, groups, hasFailed, isSupportUrl, save } = props;
  const isManaged = (key: keyof Settings) => !!layers && Object.hasOwn(layers.policy, key);
  // Whose choice a row is matters only where an organization made one of them.
  const origin = (key: keyof Settings) =>
    isManaged(key)
      ? i18n.t('options.managed')
      : Object.keys(layers?.policy ?? {}).length > 0
        ? i18n.t('options.chosen')
        : '';
  const row = <Key extends keyof Settings>(key: Key) => ({
    key,
    label: i18n.t(`options.${key}`),
    value: settings[key],
    isManaged: isManaged(key),
    origin: origin(key),
    save: (value: Settings[Key]) => save(key, value),
  });
  return (
    <main>
      <header>
        <Glyph /> <h1>{i18n.t('options.title')}</h1>
      </header>
      {hasFailed && <LoadFailed text={i18n.t('options.failed')} />}
      <section>
        <h2>{i18n.t('options.where')}</h2>
        <Waiting isOver={!!layers}>
          <SettingSwitch {...row('signInPages')} />
          <SettingSwitch {...row('otherPages')} />
        </Waiting>
      </section>
      <section>
        <h2>{i18n.t('options.toolbar')}</h2>
        <Waiting isOver={!!layers}>
          <SettingSwitch {...row('badge')} />
        </Waiting>
      </section>
      <section>
        <h2>{i18n.t('options.help')}</h2>
        <p class="soft">{i18n.t('options.helpHint')}</p>
        <Waiting isOver={!!layers}>
          <SettingField {...row('supportName')} isValid={anyText} />
          <SettingField {...row('supportUrl')} isValid={isSupportUrl} />
        </Waiting>
      </section>
      <section>
        <h2>{i18n.t('options.lookup')}</h2>
        <Waiting isOver={!!layers}>
          <SettingSwitch {...row('keepCodes')} />
        </Waiting>
      </section>
      <section>
        <h2>{i18n.t('notes.title')}</h2>
        <Waiting isOver={!!layers}>
          <SettingSwitch {...row('notes')} />
          {settings.notes && <NotesSection {...props.notes} />}
        </Waiting>
      </section>
      <section>
        <h2>{i18n.t('options.sites')}</h2>
        <p class="soft">{i18n.t('options.sitesHint')}</p>
        <Waiting isOver={!!granted}>
          {groups.map((group) => (
            <SiteGroup
              key={group.id}
              {...group}
              granted={granted ?? []}
              set={(isWanted) => props.setSites(group, isWanted)}
            />
          ))}
        </Waiting>
      </section>
      <p class="soft">{i18n.t('options.shortcuts')}</p>
      <p class="soft">{i18n.t('options.privacy')}</p>
    </main>
  );
}
