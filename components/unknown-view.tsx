import { i18n } from './i18n';
import { familyOf, type Code } from '../detection/code';
import { OutLink } from './words';

/** The honest answer to a code that nothing reliable is known of. Never offers a neighbor. */
export function UnknownView({ code }: { code: Code }) {
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
    </div>
  );
}
