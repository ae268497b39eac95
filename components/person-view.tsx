import { i18n } from './i18n';
import { ticketText } from '../report/ticket';
import { CopyButton } from './copy-button';
import type { Explained } from './explained';
import { Verdict } from './pills';
import { Steps, Words } from './words';

/** What the person who cannot sign in reads: what happened, whether they can mend it, what to do, what to send to IT. */
export function PersonView({ entry, ids, host, supportName, supportUrl, copy }: Explained) {
  if (!entry) return null;
  const { user, summary, fixedBy } = entry;
  return (
    <div class="person">
      {fixedBy && <Verdict fixedBy={fixedBy} />}
      {user ? (
        user.text.map((sentence) => (
          <p>
            <Words of={sentence} />
          </p>
        ))
      ) : (
        <p>{summary}</p>
      )}
      {user && user.steps.length > 0 && <Steps of={user.steps} />}
      <div class="actions">
        <CopyButton
          isMain
          label={i18n.t('card.copyForIt')}
          text={ticketText(entry, ids, host, (row) => i18n.t(`ids.${row}`))}
          copy={copy}
        />
        {supportUrl && (
          <a class="button" href={supportUrl} target="_blank" rel="noopener noreferrer">
            {supportName || supportUrl}
          </a>
        )}
      </div>
    </div>
  );
}
