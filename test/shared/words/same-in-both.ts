/** Which lines may read the same in English and German: names, signs, and words that both languages have. */

/** A line of nothing but these is in both languages. */
const words = new Set(
  (
    'a4 agenda azure blocker board circuit circuits community csv deutsch docx english excel expressroute firewall format hop ' +
    'hops hub id import internet letter link logo markdown md microsoft 365 power platform nan nat name ok onramp pdf plan portfolio ' +
    'parameter provider proxy sku status test text word workshop workshops xlsx h min'
  ).split(' '),
);

/** Whole lines of the checklists: products, registries, states as Azure writes them, and words of both languages. */
const checklistLines = new Set([
  'AFRINIC',
  'ALTDB',
  'Any-to-any (IPVPN)',
  'APNIC',
  'ARIN',
  'Autodiscover',
  'Azure Government',
  'Azure Relay',
  'China',
  'CircuitProvisioningState in Azure.',
  'Conditional Access',
  'Configured',
  'Configuring',
  'Dataverse',
  'Dataverse for Teams',
  'Defender for Endpoint',
  'Disabled',
  'Dynamics 365',
  'Enabled',
  'Enterprise',
  'Entra Connect',
  'Exchange Online',
  'ExpressRoute Direct',
  'GitHub',
  'Intune',
  'IPsec',
  'LACNIC',
  'Local',
  'MACsec',
  'Microsoft 365 admin center > Billing > Your products.',
  'NotConfigured',
  'NotProvisioned',
  'Peering',
  'Peerings',
  'Person',
  'Power Apps',
  'Power Automate',
  'Power Pages',
  'Premium',
  'Provisioned',
  'Provisioning',
  'RADB',
  'RIPE NCC',
  'Routing',
  'Sandbox',
  'Server',
  'ServiceProviderProvisioningState in Azure.',
  'Sponsor',
  'Standard',
  'Support',
  'Tablet',
  'Teams',
  'Token',
  'Transparent',
  'USGovDoD',
  'USGovGCCHigh',
  'ValidationNeeded',
  'VLAN',
  'Azure AI Search',
  'AzureConnectors',
  'LogicApps',
  'MicrosoftAzureFluidRelay',
  'PowerPlatformInfra',
  'PowerPlatformPlex',
  'FastPath',
  'Global Reach',
  'WAN',
  'advertisedPublicPrefixesState in Azure.',
]);

/** Places whose line is a value, an example or a name. */
const places: readonly RegExp[] = [/\.looksLike$/, /\.facts\.\d+$/, /\.letters\./];

export function sameInBoth(place: string, line: string): boolean {
  // Signs, numbers, placeholders and stand-ins are nothing to translate.
  const said = line
    .replace(/\{\w+\}/g, '')
    .replace(/[ΩΨΦ]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  if (checklistLines.has(line)) return true;
  const isKnown = (word: string) => !/\p{L}/u.test(word) || words.has(word);
  return places.some((pattern) => pattern.test(place)) || said.every(isKnown);
}
