import { plainKey } from '../facts/sign-in-keys';

/**
 * Columns that the portal's downloads, Log Analytics and Microsoft Defender have and a report has no use for, so that
 * nobody has to read of them. By the heading as `plainKey` writes it.
 */
const UNUSED: ReadonlySet<string> = new Set(
  [
    // The portal's downloads.
    'associatedresourceid federatedtokenid federatedtokenissuer globalsecureaccessipaddress hometenantname',
    'uniquetokenidentifier',
    // Log Analytics.
    'aadtenantid alternatesigninname appliedeventlisteners authenticationcontextclassreferences',
    'authenticationmethodsused authenticationprocessingdetails authenticationrequirementpolicies category',
    'conditionalaccesspolicies durationms federatedcredentialid identity isrisky level operationname',
    'operationversion originalrequestid resourcegroup resourceprovider resourceserviceprincipalid',
    'resultsignature riskeventtypes riskeventtypesv2 risklevel sessionlifetimepolicies signineventtypes',
    'signinidentifiertype sourcesystem tenantid type uniquetokenid',
    // Microsoft Defender.
    'endpointcall entraidappid isexternaluser isguestuser ismanagedidentity lastpasswordchangetimestamp',
    'latitude logontype longitude reportid riskdetails state',
  ].flatMap((line) => line.split(' ')),
);

/** @returns Whether a column is one that is known and says nothing that a report tells. */
export const isUnused = (heading: string): boolean => UNUSED.has(plainKey(heading));
