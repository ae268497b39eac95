/** What a secret is, in words for a reader. */
export type SecretKind =
  | 'client secret'
  | 'password'
  | 'authorization code'
  | 'token'
  | 'assertion'
  | 'private key'
  | 'TPM owner password'
  | 'cookie';

/** The cookies of external identities: the one key that ends in anything. */
export const CPIM = 'x-ms-cpim-[\\w-]{1,30}';

/** Each kind: the keys whose value it is, as a RegExp's source. Not `code_challenge`, not `error_code`. */
const KEYED: readonly (readonly [SecretKind, string])[] = [
  [
    'client secret',
    '[a-z]{0,30}secret|[a-z]{0,30}[ _-]?secret[ _-]?(?:text|value|key)|(?:api|app|account|storage|access|shared[ _-]?access|subscription)[ _-]?key|client[ _-]?credential|client(?:schlüssel|geheimnis)|secret[ _-]client|secreto(?:[ _-]de[ _-]cliente)?|segredo(?:[ _-]do[ _-]cliente)?',
  ],
  [
    'password',
    '[a-z]{0,30}(?:password|passwd|passphrase|passcode|pwd)|pass|pw|pin|otp|otc|temporary[ _-]?access[ _-]?pass|kennwort|passwort|contraseña|senha|wachtwoord|mot[ _-]de[ _-]passe',
  ],
  [
    'token',
    '(?:access|refresh|id|flow|sas|auth|bearer)[ _-]?token(?!_type)|(?:ests|prt)[ _-]?cookie|code[ _-]?verifier|(?:device|user)[ _-]?code|x-ms-RefreshTokenCredential',
  ],
  ['assertion', '(?:client[ _-]?)?assertion(?![ _-]?type)|SAMLResponse|wresult'],
  ['cookie', `ESTSAUTH(?:PERSISTENT|LIGHT)?|${CPIM}|SignInStateCookie`],
  ['TPM owner password', 'OwnerAuth'],
];

/** Before a key: `ARM_`, `x-`, `--`. */
export const PREFIX = '(?:[\\w-]{0,40}[_-])?';

export const KEYS = KEYED.map(([, keys]) => keys).join('|');

/**
 * What the keys end in, as they stand before the sign that parts them from their values. A key whose end is not here is
 * not looked for. As in `KEYED`, an underscore may be a blank or a hyphen, or missing.
 */
const KEY_ENDINGS =
  'secret secret_text secret_value secret_key api_key app_key account_key storage_key access_key subscription_key ' +
  'client_credential clientschlüssel ' +
  'clientgeheimnis secret_client secreto secreto_de_cliente segredo segredo_do_cliente password passwd passphrase passcode ' +
  'pwd pass pw pin otp otc kennwort passwort contraseña senha wachtwoord mot_de_passe token cookie code_verifier device_code ' +
  'user_code RefreshTokenCredential assertion SAMLResponse wresult ESTSAUTH ESTSAUTHPERSISTENT ESTSAUTHLIGHT OwnerAuth';

/** Words as a tree that is read from their ends, as a RegExp's source: one letter tells most of them apart. */
function fromBehind(words: readonly string[]): string {
  const rests = new Map<string, string[]>();
  for (const word of words) {
    const last = word.at(-1)!;
    const rest = word.slice(0, -1);
    const known = rests.get(last);
    if (known) known.push(rest);
    else rests.set(last, [rest]);
  }
  const forms = [...rests].map(([last, before]) => {
    const sign = last === '_' ? '[ _-]?' : last;
    // The end of another word says as much as the whole of it.
    return before.includes('') ? sign : fromBehind(before) + sign;
  });
  return `(?:${forms.join('|')})`;
}

export const ENDING = fromBehind(KEY_ENDINGS.split(' '));

const KEYED_KINDS = KEYED.map(([kind, keys]) => [kind, new RegExp(`^(?:${keys})$`, 'i')] as const);

/** The kind of what stands behind a key. `Cookie` alone is no key: what follows it is named. */
export const kindOfKey = (key: string): SecretKind =>
  KEYED_KINDS.find(([, form]) => form.test(key))?.[0] ?? 'cookie';

const SECRET_LABEL = new RegExp(`^${PREFIX}(?:[\\w-]{1,40} ){0,4}(${KEYS})$`, 'i');

/** @returns The kind of the secret that a label names; undefined for any other label. */
export function kindOfLabel(label: string): SecretKind | undefined {
  const key = SECRET_LABEL.exec(label)?.[1];
  return key === undefined ? undefined : kindOfKey(key);
}
