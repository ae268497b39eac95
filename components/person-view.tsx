import { i18n } from './i18n';
import type { Entry } from '../lookup/entry';
import { replyText } from '../report/reply';
import { CopyButton } from './copy-button';
import type { Explained } from './explained';
import { Verdict } from './pills';
import { TicketButton } from './ticket-button';
import { Steps, Words } from './words';

/** What happened and what to do, in the words of the person who signs in. */
function PlainWords({ entry: { user, summary } }: { entry: Entry }) {
  return (
    <>
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
    </>
  );
}

/**
 * The help desk's link. Its name stands in an attribute: text of ours can be found by a page that searches for it
 * (`window.find`), and the name is the organization's.
 */
function SupportLink({ supportName, supportUrl }: Pick<Explained, 'supportName' | 'supportUrl'>) {
  const name = supportName || supportUrl;
  return (
    <a
      class="button named"
      href={supportUrl}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={name}
      data-name={name}
    />
  );
}

/** What the person who cannot sign in reads: what happened, whether they can fix it, what to do, what to send to IT. */
export function PersonView({ entry, code, copy, ticket, supportName, supportUrl }: Explained) {
  if (!entry) return null;
  return (
    <div class="person">
      {entry.fixedBy && <Verdict fixedBy={entry.fixedBy} />}
      <PlainWords entry={entry} />
      <div class="actions">
        {ticket && <TicketButton {...{ code, copy, ticket }} />}
        {supportUrl && <SupportLink {...{ supportName, supportUrl }} />}
      </div>
    </div>
  );
}

/** What an administrator can send to that person. */
export function ReplyView({ entry, copy }: Pick<Explained, 'copy'> & { entry: Entry }) {
  return (
    <div class="person">
      <PlainWords entry={entry} />
      <div class="actions">
        <CopyButton
          label={i18n.t('card.copyReply')}
          of={entry.code}
          text={() => replyText(entry)}
          copy={copy}
        />
      </div>
    </div>
  );
}
