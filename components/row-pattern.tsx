import type { Copy } from './copy-button';
import { CopyButton } from './copy-button';
import { i18n } from './i18n';

interface Props {
  weight: 'act' | 'look' | 'unknown' | 'expected';
  /** What the rows show together, and the harmless reading. */
  says: string;
  unless: string;
  /** What shows the whole log; empty where nothing does. */
  command: string;
  copy: Copy;
}

/** A line under the head of a card: what the row of its code shows together with the rows around it. */
export function RowPattern({ weight, says, unless, command, copy }: Props) {
  return (
    <details class={`banner ${weight === 'act' ? 'high' : 'medium'}`} data-pattern>
      <summary>
        <b>{i18n.t(`log.weight.${weight}`)}</b> {says}
      </summary>
      <p>{unless}</p>
      {command && (
        <div class="actions">
          <CopyButton
            label={i18n.t('popup.pattern.copy')}
            of={command}
            text={() => command}
            copy={copy}
          />
        </div>
      )}
    </details>
  );
}
