import { i18n } from './i18n';
import type { SignInIds } from '../detection/find-ids';
import type { Command } from '../lookup/entry';
import { commandText, fillCommand } from '../report/fill-command';
import { CopyButton, type Copy } from './copy-button';

interface Props {
  command: Command;
  ids: SignInIds;
  copy: Copy;
}

/** The lines below the comments that say purpose, needs and changes; those stand above the box in words. */
function withoutHead({ code, changes }: Command): string {
  return code
    .split('\n')
    .slice(changes ? 3 : 2)
    .join('\n');
}

/** A command with the ids of this sign-in filled in. */
export function CommandBlock({ command, ids, copy }: Props) {
  const parts = fillCommand(command.code, ids);
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
        <CopyButton label={i18n.t('card.copyCommand')} text={commandText(parts)} copy={copy} />
      </div>
    </div>
  );
}
