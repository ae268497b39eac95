import { textOf } from '../inline';
import { paragraphsOf } from '../prose';
import type { Finding } from './finding';
import { lineOf, type WrittenEntry } from './written-entry';

/** Features of the product family with the spellings that count as naming them. */
const FEATURES: { name: string; spelled: RegExp }[] = [
  {
    name: 'Seamless single sign-on',
    spelled: /\bseamless (?:SSO|single sign-on)\b|\bDesktopSSO\b/i,
  },
  { name: 'Conditional Access', spelled: /\bconditional access\b/i },
  { name: 'Temporary Access Pass', spelled: /\btemporary access pass\b|\bTAP\b/ },
  { name: 'security defaults', spelled: /\bsecurity defaults\b/i },
  { name: 'Windows Hello', spelled: /\bwindows hello\b|\bWHfB\b/i },
  { name: 'primary refresh token', spelled: /\bprimary refresh token\b|\bPRT\b|\bAzureAdPrt\b/i },
  { name: 'Autopilot', spelled: /\bautopilot\b/i },
  { name: 'cloud Kerberos trust', spelled: /\bcloud kerberos\b/i },
  { name: 'pass-through authentication', spelled: /\bpass-?through authentication\b|\bPTA\b/i },
  { name: 'password hash synchronization', spelled: /\bpassword hash sync\w*|\bPHS\b/i },
  { name: 'device code flow', spelled: /\bdevice code\b|\bdevicelogin\b/i },
  { name: 'on-behalf-of flow', spelled: /\bon-behalf-of\b|\bOBO\b/i },
  { name: 'certificate-based authentication', spelled: /\bcertificate-based auth\w*|\bCBA\b/i },
  { name: 'self-service password reset', spelled: /\bself-service password reset\b|\bSSPR\b/i },
  { name: 'cross-tenant access settings', spelled: /\bcross-tenant access\b/i },
  { name: 'application proxy', spelled: /\bapp(?:lication)? proxy\b/i },
  { name: 'terms of use', spelled: /\bterms of use\b/i },
  { name: 'authentication strength', spelled: /\bauthentication strengths?\b/i },
  { name: 'continuous access evaluation', spelled: /\bcontinuous access evaluation\b|\bCAE\b/i },
  { name: 'app protection policy', spelled: /\bapp protection\b|\bMAM\b/i },
  {
    name: 'tenant restrictions',
    spelled: /\btenant restrictions?\b|\bRestrict-Access-To-Tenants?\b/i,
  },
  { name: 'managed identity', spelled: /\bmanaged identit(?:y|ies)\b/i },
  {
    name: 'workload identity federation',
    spelled: /\b(?:workload identity|federated identity|federated credential)/i,
  },
  { name: 'claims mapping', spelled: /\bclaims?[- ](?:mapping|transformation)/i },
  { name: 'custom control', spelled: /\bcustom controls?\b/i },
  { name: 'home realm discovery', spelled: /\bhome realm discovery\b|\bHRD\b/i },
];

/** A feature that people find an entry by is also named in its text: who searches for it wants to read of it. */
export function checkFeatures(written: WrittenEntry[]): Finding[] {
  return written.flatMap((one) => {
    const { entry, file } = one;
    const text = [entry.title, ...paragraphsOf(entry).map(textOf)].join('\n');
    return entry.keywords.flatMap((keyword) =>
      FEATURES.filter(({ spelled }) => spelled.test(keyword) && !spelled.test(text)).map(
        ({ name }): Finding => ({
          check: 'features',
          level: 'problem',
          file,
          line: lineOf(one, keyword),
          message: `keywords name "${keyword}", and the text never names ${name}; name it in the Summary or in Admin`,
        }),
      ),
    );
  });
}
