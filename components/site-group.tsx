import { start } from '../messaging/start';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { HostGroup } from '../hosts/roles';
import { useBriefly } from './use-briefly';

type Props = HostGroup & {
  /** Patterns of the sites that the browser allows. */
  granted: readonly string[];
  /** Asks the browser. Answers whether the sites are allowed afterwards. */
  set: (isWanted: boolean) => Promise<boolean>;
};

/** The host of a match pattern, as people know it: `*.portal.azure.us`. */
function hostOf(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}

/** A group of sites that can be turned on, with the hosts that it stands for. */
export function SiteGroup({ id, patterns, granted, set }: Props) {
  const [isAllowed, setAllowed] = useState(false);
  const [isSaved, setSaved] = useBriefly<true>();
  const [isRefused, setRefused] = useState(false);
  useEffect(() => setAllowed(patterns.every((one) => granted.includes(one))), [granted]);
  const change = async (box: HTMLInputElement) => {
    const isWanted = box.checked;
    const isNowAllowed = await set(isWanted).catch(() => !isWanted);
    box.checked = isNowAllowed;
    setAllowed(isNowAllowed);
    setRefused(isNowAllowed !== isWanted);
    setSaved(isNowAllowed === isWanted || undefined);
  };
  return (
    <div class="setting">
      <label class="choice">
        <input
          type="checkbox"
          checked={isAllowed}
          aria-describedby={`hosts-${id}`}
          onChange={({ currentTarget }) => start('a choice of sites', () => change(currentTarget))}
        />
        {i18n.t(`hosts.${id}`)}
      </label>
      <span class="saved" role="status">
        {isSaved && `✓ ${i18n.t('options.saved')}`}
      </span>
      <p class="soft hosts" id={`hosts-${id}`}>
        {patterns.map(hostOf).join(', ')}
      </p>
      {isRefused && (
        <p class="error" role="alert">
          {i18n.t('options.refused')}
        </p>
      )}
    </div>
  );
}
