import { i18n } from './i18n';
import type { Command } from '../lookup/entry';
import { commandText, fillCommand } from '../report/fill-command';
import { CopyButton } from './copy-button';
import type { Explained } from './explained';

interface Props extends Pick<Explained, 'ids' | 'copy' | 'readRecord'> {
  command: Command;
}

/** The lines below the comments that say purpose, needs and changes; those stand above the box in words. */
function withoutHead({ code, changes }: Command): string {
  return code
    .split('\n')
    .slice(changes ? 3 : 2)
    .join('\n');
}

/** A command with the ids of this sign-in filled in. */
export function CommandBlock({ command, ids, copy, readRecord }: Props) {
  const text = async () =>
    commandText(fillCommand(command.code, (await readRecord?.())?.ids ?? ids));
  const shown = fillCommand(withoutHead(command), ids);
  return (
    <div class="command">
      <p>
        <b>{command.purpose}</b>
        <span class="soft">
          {i18n.t('card.needs')}: {command.needs}
        </span>
        {command.changes && (
          <span class="warn">
            {i18n.t('card.changes')}: {command.changes}
          </span>
        )}
      </p>
      <pre tabIndex={0}>
        <code>
          {shown.map(({ text, isFilled }) =>
            isFilled ? <mark title={i18n.t('card.filled')}>{text}</mark> : text,
          )}
        </code>
      </pre>
      <div class="actions">
        <CopyButton label={i18n.t('card.copyCommand')} of={command.code} text={text} copy={copy} />
      </div>
    </div>
  );
}
