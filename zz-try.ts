import { readFacts } from './facts/read-facts';
for (const t of [
`Buenos días
AzureAdJoined: YES EnterpriseJoined: NO DomainJoined: NO Device Name: ALM-03 DeviceId: bf7dafe3-8ef9-472b-aef5-6f5466893697 TpmProtected: YES DeviceAuthStatus: FAILED. Device is either disabled or deleted AzureAdPrt: NO AcquirePrtDiagnostics: PRESENT Attempt Status: 0xc000006d Server Error Code: invalid_grant Server Error Description: AADSTS70002: Error validating credentials. AADSTS135011: The device used during the authentication is disabled.`,
`Device ID
aaaa1111-2222-3333-4444-555566667777
Browser
Firefox 145.0
Operating System
Windows10
Compliant
No
Managed
No
Join Type
-`,
`Browser
Firefox 145.0
Operating System
Windows10
Compliant
No
Managed
No`]) console.log(JSON.stringify(readFacts(t).records.map(r => [r.kind, r.title, r.codes, r.facts.map(f => `${f.name}=${f.value}`)])));
