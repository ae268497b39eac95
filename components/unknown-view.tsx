import { i18n } from './i18n';
import { familyOf } from '../detection/code';
import type { Explained } from './explained';
import { TicketButton } from './ticket-button';
import { OutLink } from './words';

/** What the honest answer needs: the code, and on a page what would be sent to IT. */
type Props = Pick<Explained, 'code' | 'ticket'> & Partial<Pick<Explained, 'copy'>>;

/** The honest answer to a code that nothing reliable is known of. Never offers a neighbor. */
export function UnknownView({ code, copy, ticket }: Props) {
  const family = familyOf(code);
  return (
    <div class="body">
      <p>{i18n.t('unknown.text')}</p>
      <p class="soft">{i18n.t(`unknown.${family}`)}</p>
      {family === 'aadsts' && (
        <p>
          <OutLink
            href={`https://login.microsoftonline.com/error?code=${code.replace('AADSTS', '')}`}
            text={i18n.t('unknown.microsoft')}
          />
        </p>
      )}
      {copy && ticket && (
        <div class="actions">
          <TicketButton {...{ code, copy, ticket }} />
        </div>
      )}
    </div>
  );
}
