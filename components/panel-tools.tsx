import { useState } from 'preact/hooks';
import { start } from '../messaging/start';
import { i18n } from './i18n';
import { panelName } from './panel-name';

interface Props {
  /** Whether the panel shows each code that somebody looks at on the page beside it. */
  follows: boolean;
  /** Rejects where the browser cannot keep the choice. */
  setFollows: (isWanted: boolean) => Promise<void>;
  /** Opens what the panel shows in a tab. */
  openTab: () => void;
}

/** What the side panel has and the page in a tab has not. */
export function PanelTools({ follows, setFollows, openTab }: Props) {
  const [hasFailed, setFailed] = useState(false);
  const change = (box: HTMLInputElement) =>
    setFollows(box.checked).then(
      () => setFailed(false),
      () => {
        box.checked = follows;
        setFailed(true);
      },
    );
  return (
    <aside class="panel-tools screen-only" aria-label={panelName()}>
      <label class="choice" title={i18n.t('panel.followHint')}>
        <input
          type="checkbox"
          role="switch"
          checked={follows}
          onChange={({ currentTarget }) => start('following the page', () => change(currentTarget))}
        />
        <span>{i18n.t('panel.follow')}</span>
      </label>
      <button type="button" class="link" onClick={openTab}>
        {i18n.t('panel.openTab')}
      </button>
      {hasFailed && (
        <p class="error" role="alert">
          {i18n.t('options.notSaved')}
        </p>
      )}
    </aside>
  );
}
