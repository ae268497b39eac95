/** What can be read from a sign-in beside its code. */
export interface SignInIds {
  /** GUIDs, as written. */
  correlationId?: string;
  requestId?: string;
  traceId?: string;
  /** ISO 8601, as written: `2026-01-05T10:11:12.345Z` or with a blank for the T. */
  timestamp?: string;
  appId?: string;
  appName?: string;
  deviceId?: string;
  /** As a blocked sign-in names them: `Windows 10`, `Unregistered`. */
  devicePlatform?: string;
  deviceState?: string;
  /** IPv4 or IPv6. */
  ipAddress?: string;
  userPrincipalName?: string;
}

/**
 * `id de `, `Id. de `, `ID da `, `ID de l’`, `identifiant de la `: how Romance languages begin. Few branches, and no letter
 * with an accent where any will do: what a browser needs to compile these is most of a first reading.
 */
const ID_OF = 'id\\S{0,12} d[eao] (?:la |l.)?';

/** ` ID` in East Asian texts, or the word that Traditional Chinese has for it. */
const ASIAN_ID = '(?: ?ID|識別碼)';

/**
 * The labels of each id, as sources of RegExps with the flag i: the sign-in page and the details of the sign-in log in
 * English, JSON keys, columns of query results (`AccountUpn` and `EntraIdDeviceId` in Microsoft Defender), and the other
 * languages. German and Chinese rows were seen in reports, Spanish ones in exported logs; the rest follows the portal's
 * own terms.
 */
export const ID_LABELS: Record<keyof SignInIds, string> = {
  correlationId:
    `correlation[ _-]?id|korrelations-?id|${ID_OF}corr.la\\S{3,5}` +
    `|(?:関連付け|相関|相关|关联|相互關聯)${ASIAN_ID}|相關識別碼`,
  requestId:
    '(?<!client[ _-]?|original[ _]?)request[ _-]?id|anforderungs-?id' +
    `|${ID_OF}(?:demande|requ.te|solicit\\S{2,4})|(?:要求|请求)${ASIAN_ID}`,
  traceId:
    'trace[ _-]?id|ablaufverfolgungs-?id' +
    `|${ID_OF}(?:trace|suivi|seguimiento|rastreamento)|(?:トレース|跟踪|追蹤)${ASIAN_ID}`,
  timestamp:
    'timestamp|createdDateTime|TimeGenerated|\\bdate(?: ?\\(UTC\\))?|zeitstempel|\\bdatum|horodatage' +
    '|marca de tiempo|carimbo de data/hora|タイムスタンプ|时间戳|時間戳記?',
  appId:
    '(?<!resource ?)app(?:lication)?[ _-]?(?:\\(client\\) )?id(?!entifier)|anwendungs-?id' +
    `|${ID_OF}(?:application|aplica\\S{4})|アプリ(?:ケーション)?${ASIAN_ID}` +
    `|应用(?:程序)?${ASIAN_ID}`,
  appName:
    'app(?:lication)?[ _-]?(?:display ?)?name|\\bapplication|\\banwendung(?:sname)?' +
    "|nom de l['’]application|nombre de (?:la )?aplicación|\\baplica(?:ción|tivo)" +
    '|nome do aplicativo|アプリ(?:ケーション)?名?|应用(?:程序)?(?:名称)?',
  deviceId:
    `(?:aad|entraid)?device[ _-]?id(?:entifier)?|geräte-?id|${ID_OF}(?:appareil|dispositivo)` +
    `|デバイス${ASIAN_ID}|设备${ASIAN_ID}`,
  // Seen in English alone, also where the rest of the page is not.
  devicePlatform: 'device platform',
  deviceState: 'device state',
  ipAddress:
    'ip ?-?address|ip-adresse|adresse ip|dirección ip|endereço ip|\\bIP ?アドレス|\\bIP ?地址|\\bip',
  // A short label is none where it begins an address: `user1@contoso.com`, `user-1@contoso.com`.
  userPrincipalName:
    'user[ _]?principal[ _]?name|nombre principal de usuario|benutzerprinzipalname' +
    '|(?:\\b(?:(?:account)?upn|user(?:[ _]?name)?|benutzer(?:name)?|usu.rio)' +
    '|utilisateur(?: principal)?)(?![\\w.@-])' +
    '|ユーザー(?: ?プリンシパル ?)?名?|用户(?:主体)?(?:名称?)?',
};
