import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnosis/diagnose';
import { judgePaste } from '../../../diagnosis/judge-paste';
import { readPaste } from '../../../diagnosis/read-paste';
import { readFacts } from '../../../facts/read-facts';
import { placeOf } from '../../../facts/vocabulary';
import { KNOWLEDGE } from '../whole-knowledge';

const found = (text: string) => diagnose(readFacts(text).records, KNOWLEDGE.rules);
const rulesOf = (text: string) => found(text).map(({ verdict, rule }) => `${verdict} ${rule}`);

const GITHUB = 'https://token.actions.githubusercontent.com';
const refused = (subject: string) =>
  `AADSTS700213: No matching federated identity record found for presented assertion subject '${subject}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.`;
const refusedWhole = (issuer: string, subject: string, audience: string) =>
  `AADSTS70021: No matching federated identity record found for presented assertion. Assertion Issuer: '${issuer}'. Assertion Subject: '${subject}'. Assertion Audience: '${audience}'.`;
const credential = (subject: string, issuer = GITHUB, audience = 'api://AzureADTokenExchange') => ({
  id: '0b1c7e0e-59a8-4f93-8e24-9a1d8b5d6b10',
  name: 'deploy',
  issuer,
  subject,
  description: null,
  audiences: [audience],
});
const listed = (...subjects: string[]) =>
  JSON.stringify(
    subjects.map((subject) => credential(subject)),
    null,
    2,
  );

const MAIN = 'repo:contoso/shop:ref:refs/heads/main';
const PULL = 'repo:contoso/shop:pull_request';

describe('federated credentials beside the message of a token', () => {
  it.each([
    ['fails federated-trigger', PULL, MAIN],
    ['fails federated-trigger', MAIN, 'repo:contoso/shop:environment:main'],
    [
      'fails federated-case',
      'repo:contoso/shop:environment:Live',
      'repo:contoso/shop:environment:live',
    ],
    ['fails federated-case', 'repo:Contoso/shop:pull_request', PULL],
    ['fails federated-subject-end', MAIN, `${MAIN}/`],
    ['fails federated-underscore', PULL, 'repo:contoso/shop:pull-request'],
    ['fails federated-ids', 'repo:contoso@77/shop@9:pull_request', PULL],
    ['fails federated-name', PULL, 'repo:contoso/store:pull_request'],
    ['fails federated-name', 'sc://contoso/Web/azure-new', 'sc://contoso/Web/azure'],
    ['fails federated-other', PULL, 'system:serviceaccount:shop:runner'],
    [
      'fails federated-service-account',
      'system:serviceaccount:prod:runner',
      'system:serviceaccount:shop:runner',
    ],
    ['fails federated-format', '/eid1/c/pub/t/AbC/a/DeF/sc/12/34', 'sc://contoso/Web/azure'],
    [
      'fails federated-other',
      '/eid1/c/pub/t/AbC/a/DeF/sc/12/34',
      '/eid1/c/pub/t/AbC/a/DeF/sc/12/35',
    ],
    [
      'fails federated-ids',
      'repo:contoso@77/shop@9:pull_request',
      'repo:contoso/shop:ref:refs/heads/main',
    ],
    [
      'fails federated-other',
      'repo:contoso@77/shop@9:pull_request',
      'repo:contoso@77/shop@8:pull_request',
    ],
    [
      'fails federated-trigger',
      'organization:contoso:project:web:workspace:prod:run_phase:apply',
      'organization:contoso:project:web:workspace:prod:run_phase:plan',
    ],
    [
      'fails federated-trigger',
      'project_path:contoso/shop:ref_type:branch:ref:dev',
      'project_path:contoso/shop:ref_type:branch:ref:main',
    ],
    ['fails federated-case', 'sc://Contoso/Web/azure', 'sc://contoso/Web/azure'],
    ['unknown federated-subject-registered', MAIN, MAIN],
  ])('show %s', (rule, presented, registered) => {
    const text = `${refused(presented)}\n\n${listed(registered)}`;
    expect(rulesOf(text)).toEqual([rule]);
    expect(rulesOf(`${listed(registered)}\n\n${refused(presented)}`)).toEqual([rule]);
  });

  it('are compared with the one that comes closest, and both are shown with their lines', () => {
    const text = `${refused(PULL)}\n\n${listed('repo:contoso/other:pull_request', MAIN)}`;
    const [finding] = found(text);
    expect(finding!.says).toContain(PULL);
    expect(
      finding!.evidence.map(({ label, printed, source }) => [label, printed, source.line]),
    ).toEqual([
      ['subject of the token', PULL, 1],
      ['subject', MAIN, 18],
    ]);
  });

  it.each([
    [
      'Format-List',
      `Name : a\nIssuer : ${GITHUB}\nSubject : ${MAIN}\nAudiences : {api://AzureADTokenExchange}\n\nName : b\nIssuer : ${GITHUB}\nSubject : repo:contoso/other:pull_request\nAudiences : {api://AzureADTokenExchange}`,
    ],
    [
      'a table of the Azure CLI',
      `az ad app federated-credential list --id 1 -o table\nIssuer                                       Name    Subject\n-------------------------------------------  ------  -------------------------------------\n${GITHUB}  main    ${MAIN}`,
    ],
    [
      'two columns',
      `Name    Subject\n------  -------------------------------------\nmain    ${MAIN}`,
    ],
    [
      'lines of -o tsv',
      `$ az ad app federated-credential list --id 1 --query "[].subject" -o tsv\n${MAIN}\nrepo:contoso/shop:environment:live`,
    ],
    ['subjects alone', `[\n  "${MAIN}"\n]`],
    ['an answer of Graph', JSON.stringify({ value: [credential(MAIN)] })],
    [
      'Terraform',
      `resource "azuread_application_federated_identity_credential" "ci" {\n  display_name = "ci"\n  audiences    = ["api://AzureADTokenExchange"]\n  issuer       = "${GITHUB}"\n  subject      = "${MAIN}"\n}`,
    ],
  ])('are read as %s', (_, list) => {
    expect(rulesOf(`${refused(PULL)}\n\n${list}`)).toEqual(['fails federated-trigger']);
  });

  it('differ in their issuer or audience', () => {
    const own = (issuer: string, audience: string) =>
      rulesOf(`${refusedWhole(issuer, MAIN, audience)}\n\n${JSON.stringify([credential(MAIN)])}`);
    const same = 'unknown federated-subject-registered';
    expect(own(`${GITHUB}/`, 'api://AzureADTokenExchange')).toEqual([
      'fails federated-issuer',
      same,
    ]);
    expect(
      own('https://Token.actions.githubusercontent.com', 'api://AzureADTokenExchange'),
    ).toEqual(['fails federated-issuer-case', same]);
    expect(own(GITHUB, 'api://azureadtokenexchange')).toEqual(['fails federated-audience', same]);
    expect(own(GITHUB, 'api://AzureADTokenExchange')).toEqual([same]);
  });

  it('tell the causes of the entry', () => {
    const judged = (presented: string, registered: string) =>
      judgePaste(
        readPaste(`${refused(presented)}\n\n${listed(registered)}`, KNOWLEDGE.rules),
        'AADSTS700213',
        KNOWLEDGE.causes.AADSTS700213!,
        placeOf,
      )!
        .causes.filter(({ state }) => state !== 'unknown')
        .map(({ cause, state }) => `${cause} ${state}`);
    expect(judged(PULL, MAIN)).toEqual([
      'trigger fits',
      'none-here ruled out',
      'service-account ruled out',
      'new ruled out',
    ]);
    expect(judged('repo:contoso@77/shop@9:pull_request', PULL)).toContain('ids fits');
    expect(judged(MAIN, MAIN)).not.toContain('new ruled out');
    // Another name may be that of something else than what was renamed.
    expect(judged('sc://contoso/Web/new', 'sc://contoso/Web/old').join()).not.toMatch(/fits/);
    expect(judged(PULL, 'repo:contoso/store:ref:refs/heads/main')).toContain('none-here fits');
    const account = judged(
      'system:serviceaccount:prod:runner',
      'system:serviceaccount:shop:runner',
    );
    expect(account).toContain('service-account fits');
    expect(account).not.toContain('none-here fits');
    expect(judged('/eid1/c/pub/t/A/a/B/sc/1/2', 'sc://contoso/Web/old').join()).not.toMatch(/fits/);
    // The cause speaks of triggers of GitHub.
    expect(
      judged('project_path:a/b:ref_type:branch:ref:x', 'project_path:a/b:ref_type:branch:ref:y'),
    ).not.toContain('trigger fits');
  });

  it('that have the subject are the ones whose issuer and audience count', () => {
    const [other, lower] = ['https://gitlab.com', 'api://azureadtokenexchange'];
    const rules = (message: string, ...list: unknown[]) =>
      rulesOf(`${message}\n\n${JSON.stringify(list)}`);
    const same = 'unknown federated-subject-registered';
    const whole = refusedWhole(GITHUB, MAIN, 'api://AzureADTokenExchange');
    expect(rules(whole, credential(MAIN, other), credential(PULL))).toEqual([
      'fails federated-issuer-apart',
      same,
    ]);
    expect(rules(whole, credential(MAIN, GITHUB, lower), credential(PULL))).toEqual([
      'fails federated-audience-apart',
      same,
    ]);
    const cased = refused(MAIN).replace('700213', '7002138');
    expect(rules(cased, credential(MAIN, GITHUB, lower))).toContain(
      'fails federated-audience-lower',
    );
    expect(rules(cased, credential(MAIN), credential(PULL, GITHUB, lower))).toEqual([same]);
    // What a matching expression has in place of a subject is of no credential with one.
    const flexible = { ...credential('', GITHUB, lower), claimsMatchingExpression: { value: 'x' } };
    expect(rules(cased, credential(MAIN), flexible)).toEqual([same]);
  });

  it.each([
    [
      'a page of a longer list',
      JSON.stringify({
        '@odata.nextLink': 'https://graph.microsoft.com/x',
        value: [credential(MAIN)],
      }),
    ],
    ['a pager', `az ad app federated-credential list --id 1 -o tsv\n${MAIN}\n-- More --`],
    [
      'a subject of another form',
      `az ad app federated-credential list --id 1 -o tsv\n${MAIN}\n1234567`,
    ],
    ['the first ones', `az ad app federated-credential list --id 1 -o tsv | head -2\n${MAIN}`],
    [
      'a filter of the query',
      `az ad app federated-credential list --id 1 --query "[?name=='a']"\n${listed(MAIN)}`,
    ],
    [
      'no subject',
      `Name : a\nIssuer : ${GITHUB}\nSubject :\nAudiences : {x}\n\nName : b\nIssuer : ${GITHUB}\nSubject : ${MAIN}`,
    ],
    [
      'another app',
      `${JSON.stringify({ appId: '9b1c7e0e-59a8-4f93-8e24-9a1d8b5d6b10', signInAudience: 'x' })}\n${listed(MAIN)}`,
    ],
  ])('may be others where the list shows %s', (_, list) => {
    const message = `${refused(PULL)}\nclient-id: 0b1c7e0e-59a8-4f93-8e24-9a1d8b5d6b10`;
    expect(rulesOf(`${message}\n\n${list}`).filter((rule) => rule.includes('federated'))).toEqual(
      [],
    );
  });

  it.each([
    ['another error', `AADSTS50126: Error validating credentials.\n\n${listed(MAIN)}`],
    [
      'two tokens',
      `${refused(PULL)}\n${refused(MAIN)}\n\n${listed('repo:contoso/x:pull_request')}`,
    ],
    ['no list', refused(PULL)],
    [
      'a subject that was cut',
      `${refused(PULL)}\n\nName Issuer Subject\n---- ------ -------\nmain ${GITHUB.slice(0, 9)}... repo:contoso/shop:...`,
    ],
    [
      'a matching expression',
      `${refused(PULL)}\n\n${JSON.stringify([credential(MAIN), { ...credential(MAIN), subject: null }])}`,
    ],
    [
      'a certificate',
      `${refused(PULL)}\n\nThumbprint : A1\nIssuer : CN=Contoso CA\nSubject : CN=web`,
    ],
    [
      'a list of mails',
      `${refused(PULL)}\n\nName    Subject\n------  ------------------\nMia     Pull request ready`,
    ],
    [
      'a token',
      `${refused(PULL)}\n\n${JSON.stringify({ iss: GITHUB, sub: MAIN, aud: 'api://x' })}`,
    ],
    ['a subject that somebody wrote', `${refused(PULL)}\n\nThe branch has\n${MAIN}`],
  ])('say nothing of %s', (_, text) => {
    expect(rulesOf(text).filter((rule) => rule.includes('federated'))).toEqual([]);
  });
});
