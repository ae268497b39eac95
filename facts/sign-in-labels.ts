import type { SignInFactName } from './sign-in-vocabulary';
import { OTHER_STATUS_LABELS, OTHER_STATUS_WORDS } from './status-words';

/** Each fact with its labels, in lower case. */
type LabelTable = readonly (readonly [SignInFactName, labels: string])[];

/**
 * Labels of the sign-in details and headings of the download in other languages than English and Spanish that Microsoft's
 * translated articles or texts that people published show: German, French, Brazilian Portuguese, Japanese, Chinese
 * (simplified).
 */
const CONFIRMED_LABELS: LabelTable = [
  [
    'signIn.errorCode',
    "anmeldefehlercode|code d'erreur de connexion|código de erro de entrada|サインイン エラー コード|サインインのエラー コード|登录错误代码",
  ],
  ['signIn.failureReason', "fehlerursache|raison de l'échec|motivo da falha|エラーの理由|失败原因"],
];

/**
 * Labels that were not seen in a portal: the terms that its translated articles use, in the same languages, Italian and
 * Dutch. One that is wrong here is not met, and what it would have told stays open. One that names another row is no
 * answer where that row is empty, and a value that its fact does not have matches no rule.
 */
const UNCONFIRMED_LABELS_OF_ROWS: LabelTable = [
  ['signIn.time', 'datum|data|日付|日期|date (utc)|datum (utc)|data (utc)'],
  [
    'signIn.requestId',
    'anforderungs-id|id de la demande|id de demande|id richiesta|id della solicitação|id da solicitação|aanvraag-id|要求 id|请求 id',
  ],
  [
    'signIn.correlationId',
    'korrelations-id|id de corrélation|id correlazione|id di correlazione|id de correlação|id da correlação|correlatie-id|関連付け id|相関 id|相关 id|关联 id',
  ],
  ['signIn.status', OTHER_STATUS_LABELS],
  [
    'signIn.errorCode',
    'codice errore di accesso|codice di errore di accesso|codice errore accesso|código de erro de início de sessão|foutcode voor aanmelding|aanmeldingsfoutcode',
  ],
  ['signIn.userDisplayName', 'benutzer|utilisateur|utente|usuário|gebruiker|ユーザー|用户'],
  [
    'signIn.user',
    "benutzername|nom d'utilisateur|nome utente|nome de usuário|gebruikersnaam|ユーザー名|用户名",
  ],
  [
    'signIn.app',
    'anwendung|application|applicazione|aplicativo|toepassing|アプリケーション|应用程序',
  ],
  [
    'signIn.appId',
    "anwendungs-id|id d'application|id de l'application|id applicazione|id dell'applicazione|id do aplicativo|id de aplicativo|toepassings-id|アプリケーション id|应用程序 id",
  ],
  [
    'signIn.clientApp',
    'client-app|clientanwendung|application cliente|app client|aplicativo cliente|client-app|clienttoepassing|クライアント アプリ|客户端应用|客户端应用程序',
  ],
  [
    'signIn.protocol',
    "authentifizierungsprotokoll|protocole d'authentification|protocollo di autenticazione|protocolo de autenticação|verificatieprotocol|認証プロトコル|身份验证协议",
  ],
  [
    'signIn.transferMethod',
    "ursprüngliche übertragungsmethode|méthode de transfert d'origine|metodo di trasferimento originale|método de transferência original|oorspronkelijke overdrachtsmethode|元の転送方法|原始传输方法",
  ],
  [
    'signIn.ipAddress',
    'ip-adresse|adresse ip|indirizzo ip|endereço ip|ip-adres|ip アドレス|ip 地址',
  ],
  [
    'signIn.location',
    'standort|emplacement|posizione|località|localização|local|locatie|場所|位置',
  ],
  [
    'signIn.servicePrincipalName',
    'dienstprinzipalname|nom du principal de service|nome entità servizio|nome da entidade de serviço|naam van service-principal|サービス プリンシパル名|服务主体名称',
  ],
  // The rows of the sign-in page itself.
  ['signIn.app', 'app name'],
  ['signIn.appId', 'app id'],
];

/** The same of what only the details of a sign-in are read for. */
const OTHER_UNCONFIRMED_LABELS: LabelTable = [
  [
    'signIn.authenticationRequirement',
    "authentifizierungsanforderung|exigence d'authentification|condition d'authentification|requisito di autenticazione|requisito de autenticação|verificatievereiste|認証要件|身份验证要求",
  ],
  [
    'signIn.failureReason',
    "motivo dell'errore|motivo errore|reden van fout|reden voor fout|reden van mislukking|失敗の理由",
  ],
  [
    'signIn.additionalDetails',
    'zusätzliche details|weitere details|détails supplémentaires|dettagli aggiuntivi|altri dettagli|detalhes adicionais|aanvullende details|追加の詳細|其他详细信息',
  ],
  [
    'signIn.userId',
    "benutzer-id|id d'utilisateur|id utilisateur|id utente|id de usuário|id do usuário|gebruikers-id|ユーザー id|用户 id",
  ],
  [
    'signIn.identifier',
    'anmeldebezeichner|anmelde-id|identificateur de connexion|identifiant de connexion|identificatore di accesso|identificador de entrada|aanmeldings-id|サインイン識別子|登录标识符',
  ],
  [
    'signIn.userType',
    "benutzertyp|type d'utilisateur|tipo di utente|tipo utente|tipo de usuário|gebruikerstype|ユーザーの種類|ユーザー タイプ|用户类型",
  ],
  [
    'signIn.crossTenantAccessType',
    "mandantenübergreifender zugriffstyp|type d'accès multilocataire|type d'accès inter-locataires|tipo di accesso tra tenant|tipo di accesso multi-tenant|tipo de acesso entre locatários|toegangstype voor meerdere tenants|テナント間アクセスの種類|跨租户访问类型",
  ],
  ['signIn.resource', 'ressource|risorsa|recurso|resource|リソース|资源'],
  [
    'signIn.resourceId',
    'ressourcen-id|id de ressource|id de la ressource|id risorsa|id do recurso|id de recurso|resource-id|リソース id|资源 id',
  ],
  [
    'signIn.resourceTenantId',
    'ressourcenmandanten-id|mandanten-id der ressource|id de locataire de ressource|id du locataire de la ressource|id tenant della risorsa|id tenant risorsa|id do locatário do recurso|tenant-id van resource|リソース テナント id|资源租户 id',
  ],
  [
    'signIn.homeTenantId',
    'basismandanten-id|stammmandanten-id|id de locataire de base|id du locataire de base|id du locataire d’accueil|id tenant principale|id tenant home|id do locatário inicial|tenant-id van thuistenant|tenant-id van startpagina|ホーム テナント id|主租户 id|主目录租户 id',
  ],
  [
    'signIn.userAgent',
    'benutzer-agent|benutzeragent|agent utilisateur|agente utente|agente do usuário|gebruikersagent|ユーザー エージェント|用户代理',
  ],
  [
    'signIn.incomingTokenType',
    'typ des eingehenden tokens|eingehender tokentyp|type de jeton entrant|tipo di token in ingresso|tipo de token de entrada|type inkomend token|受信トークンの種類|传入令牌类型',
  ],
  [
    'signIn.tokenIssuerType',
    "tokenausstellertyp|type d'émetteur de jeton|type d'émetteur du jeton|tipo di autorità emittente di token|tipo emittente token|tipo de emissor do token|tipo de emissor de token|type tokenverlener|トークン発行者の種類|令牌颁发者类型",
  ],
  [
    'signIn.tokenIssuerName',
    "name des tokenausstellers|nom de l'émetteur de jeton|nom de l'émetteur du jeton|nome dell'autorità emittente di token|nome do emissor do token|naam tokenverlener|トークン発行者名|令牌颁发者名称",
  ],
  [
    'signIn.asn',
    'nummer des autonomen systems|numéro de système autonome|numero di sistema autonomo|número do sistema autônomo|autonoom systeemnummer|自律システム番号|自治系统编号|自治系统编号',
  ],
  [
    'signIn.deviceId',
    "geräte-id|id d'appareil|id de l'appareil|id dispositivo|id do dispositivo|apparaat-id|デバイス id|设备 id|device identifier",
  ],
  [
    'signIn.deviceName',
    "gerätename|nom de l'appareil|nome dispositivo|nome do dispositivo|apparaatnaam|デバイス名|设备名称",
  ],
  ['signIn.browser', 'browser|navigateur|navegador|ブラウザー|浏览器'],
  [
    'signIn.operatingSystem',
    "betriebssystem|système d'exploitation|sistema operativo|sistema operacional|besturingssysteem|オペレーティング システム|操作系统",
  ],
  [
    'signIn.isCompliant',
    'konform|kompatibel|conforme|em conformidade|compatibel|compliant|準拠|準拠している|合规',
  ],
  ['signIn.isManaged', 'verwaltet|géré|gestito|gerenciado|beheerd|マネージド|管理対象|托管'],
  [
    'signIn.trustType',
    'join-typ|verknüpfungstyp|einbindungstyp|type de jonction|tipo di join|tipo di aggiunta|tipo de junção|tipo de ingresso|type join|jointype|参加の種類|联接类型|加入类型',
  ],
  [
    'signIn.conditionalAccess',
    'bedingter zugriff|accès conditionnel|accesso condizionale|acesso condicional|voorwaardelijke toegang|条件付きアクセス|条件访问',
  ],
  [
    'signIn.authenticationMethod',
    "authentifizierungsmethode|méthode d'authentification|metodo di autenticazione|método de autenticação|verificatiemethode|認証方法|身份验证方法",
  ],
  [
    'signIn.authenticationMethodDetail',
    "details zur authentifizierungsmethode|détail de la méthode d'authentification|dettagli metodo di autenticazione|detalhe do método de autenticação|details van verificatiemethode|認証方法の詳細|身份验证方法详细信息",
  ],
  [
    'signIn.authenticationSucceeded',
    'erfolgreich|réussi|operazione riuscita|com êxito|geslaagd|成功しました|已成功',
  ],
  [
    'signIn.authenticationResult',
    'ergebnisdetails|détail du résultat|détails du résultat|dettagli risultato|detalhe do resultado|resultaatdetails|結果の詳細|结果详细信息',
  ],
  [
    'signIn.servicePrincipalId',
    'dienstprinzipal-id|id de principal de service|id du principal de service|id entità servizio|id da entidade de serviço|service-principal-id|サービス プリンシパル id|服务主体 id',
  ],
  [
    'signIn.credentialType',
    "typ der clientanmeldeinformationen|type d'informations d'identification du client|tipo di credenziali client|tipo de credencial do cliente|type clientreferentie|クライアント資格情報の種類|客户端凭据类型",
  ],
];

/** Headings of the list of policies on the Conditional Access tab, in the same languages. */
const POLICY_HEADINGS: readonly (readonly [key: keyof PolicyRow, labels: string])[] = [
  [
    'name',
    'policy name|richtlinienname|nom de la stratégie|nom de stratégie|nombre de directiva|nombre de la directiva|nome criterio|nome dei criteri|nome da política|beleidsnaam|naam van beleid|ポリシー名|策略名称',
  ],
  [
    'controls',
    "grant controls|gewährungssteuerelemente|steuerelemente für die rechteerteilung|contrôles d'octroi|octroyer des contrôles|controles de concesión|concesión de controles|controlli di concessione|controles de concessão|besturingselementen voor toekennen|許可コントロール|付与コントロール|授权控制|授予控制",
  ],
  ['result', 'result|ergebnis|résultat|resultado|risultato|resultaat|結果|结果'],
];

/** One policy of the Conditional Access tab, as printed. */
export interface PolicyRow {
  name: string;
  controls: string;
  result: string;
}

const splitLabels = <Key>(
  ...tables: readonly (readonly (readonly [Key, string])[])[]
): Map<string, Key> =>
  new Map(
    tables
      .flat()
      .flatMap(([key, labels]) => labels.split('|').map((label) => [label, key] as const)),
  );

// A script leaves out what it does not read: that of lists reads the labels of rows alone.
const unconfirmed = /* @__PURE__ */ splitLabels(
  UNCONFIRMED_LABELS_OF_ROWS,
  OTHER_UNCONFIRMED_LABELS,
);

/** The fact that a label in another language names, by the label without case. */
export const factsByOtherLabel = /* @__PURE__ */ splitLabels(
  UNCONFIRMED_LABELS_OF_ROWS,
  OTHER_UNCONFIRMED_LABELS,
  CONFIRMED_LABELS,
);

/** The same for the facts of facts/row-facts.ts alone; another label may be in it, too. */
export const rowFactsByOtherLabel = /* @__PURE__ */ splitLabels(
  UNCONFIRMED_LABELS_OF_ROWS,
  CONFIRMED_LABELS,
);

/** @returns Whether a label was not seen in a portal, so that it may name another row there. */
export function isUnconfirmed(label: string): boolean {
  return unconfirmed.has(label.trim().toLowerCase().replace(/’/g, "'"));
}

/** What a heading of the list of policies stands for, by the heading without case. */
export const policyHeadings = /* @__PURE__ */ splitLabels(POLICY_HEADINGS);

/** A policy that refused, and one that would have. */
export const FAILED =
  /^(?:failure|fehler|échec|error|errore|erro|falha|fout|mislukt|失敗|失败|エラー)$/i;
export const REPORT_ONLY =
  /report-only|nur (?:bericht|melden)|rapport (?:uniquement|seul)|solo (?:informe|report)|somente relatório|alleen rapport|レポート専用|仅报告|仅限报告/i;

/** Values of facts with their words, without case. */
type ValueTable = readonly (readonly [SignInFactName, value: string, words: string])[];

/** Words of the portal in other languages for what the rows of a log are read by. Not seen in a portal, as the labels. */
const VALUES_OF_ROWS: ValueTable = [
  ...Object.entries(OTHER_STATUS_WORDS).map(
    ([status, words]) => ['signIn.status', status, words] as const,
  ),
  [
    'signIn.clientApp',
    'Other clients',
    'andere clients|autres clients|otros clientes|altri client|outros clientes|その他のクライアント|其他客户端',
  ],
  [
    'signIn.clientApp',
    'Mobile Apps and Desktop clients',
    'mobile apps und desktopclients|applications mobiles et clients de bureau|aplicaciones móviles y aplicaciones de escritorio|aplicaciones móviles y clientes de escritorio|app per dispositivi mobili e client desktop|aplicativos móveis e clientes de desktop|mobiele apps en desktopclients|モバイル アプリとデスクトップ クライアント|移动应用和桌面客户端',
  ],
  ['signIn.clientApp', 'Browser', 'navigateur|explorador|navegador|ブラウザー|浏览器'],
];

/** The same for what rules ask for beside. */
const OTHER_VALUES: ValueTable = [
  [
    'signIn.conditionalAccess',
    'notApplied',
    'not applied|nicht angewendet|non appliqué|non appliquée|no aplicado|no aplicada|non applicato|não aplicado|não aplicada|niet toegepast|適用されていません|未适用|未应用',
  ],
  ['signIn.conditionalAccess', 'failure', 'fehler|échec|error|fallo|errore|falha|fout|失敗|失败'],
  [
    'signIn.conditionalAccess',
    'success',
    'erfolg|réussite|succès|correcto|operazione riuscita|êxito|sucesso|geslaagd|成功',
  ],
  [
    'signIn.authenticationRequirement',
    'multiFactorAuthentication',
    'multifactor authentication|multi-factor authentication|mehrstufige authentifizierung|multi-faktor-authentifizierung|authentification multifacteur|autenticación multifactor|autenticazione a più fattori|autenticação multifator|meervoudige verificatie|多要素認証|多重身份验证|多因素身份验证',
  ],
  [
    'signIn.authenticationRequirement',
    'singleFactorAuthentication',
    'single-factor authentication|einstufige authentifizierung|authentification à un seul facteur|authentification monofacteur|autenticación de un solo factor|autenticación de factor único|autenticazione a fattore singolo|autenticazione a singolo fattore|autenticação de fator único|verificatie met één factor|単一要素認証|单因素身份验证',
  ],
  ['signIn.userType', 'Guest', 'gast|invité|invitado|ospite|convidado|ゲスト|来宾'],
  ['signIn.userType', 'Member', 'mitglied|membre|miembro|membro|lid|メンバー|成员'],
];

const byWord = (...tables: ValueTable[]): Map<string, string> =>
  new Map(
    tables
      .flat()
      .flatMap(([name, value, words]) =>
        words.split('|').map((word) => [`${name} ${word}`, value] as const),
      ),
  );

const valuesOfRows = byWord(VALUES_OF_ROWS);
const values = /* @__PURE__ */ byWord(VALUES_OF_ROWS, OTHER_VALUES);

/** @returns The status or client app in the form that logs are compared in, where the printed word is known. */
export function rowValueInAnyLanguage(
  name: 'signIn.status' | 'signIn.clientApp',
  printed: string,
): string | undefined {
  return valuesOfRows.get(`${name} ${printed.toLowerCase()}`);
}

/** @returns The value of a fact in the form that rules compare, where the printed word is known. */
export function valueInAnyLanguage(name: SignInFactName, printed: string): string | undefined {
  return values.get(`${name} ${printed.toLowerCase()}`);
}
