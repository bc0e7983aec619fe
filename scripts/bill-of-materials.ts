/** What the packed app holds of others, as a CycloneDX list for machines and as notices for people. */
import type { Package } from './shipped-packages.ts';

export type Product = { name: string; version: string };

/** CycloneDX 1.6. Without a time or a random number, so that the same sources give the same file. */
export function billOfMaterials(product: Product, packages: readonly Package[]): unknown {
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': purlOf(product),
        name: product.name,
        version: product.version,
        purl: purlOf(product),
      },
    },
    components: packages.map((one) => ({
      type: 'library',
      'bom-ref': `${purlOf(one)}#${one.place}`,
      name: one.name,
      version: one.version,
      purl: purlOf(one),
      licenses: [/\s/.test(one.license) ? { expression: one.license } : { license: { id: one.license } }],
      ...(one.integrity ? { hashes: hashesOf(one.integrity) } : {}),
    })),
  };
}

export function purlOf({ name, version }: Product): string {
  return `pkg:npm/${name.split('/').map(encodeURIComponent).join('/')}@${version}`;
}

function hashesOf(integrity: string): { alg: string; content: string }[] {
  return integrity.split(/\s+/).flatMap((entry) => {
    const [algorithm = '', value = ''] = entry.split(/-(.*)/s);
    const alg = { sha512: 'SHA-512', sha256: 'SHA-256', sha1: 'SHA-1' }[algorithm];
    return alg ? [{ alg, content: Buffer.from(value, 'base64').toString('hex') }] : [];
  });
}

/** Each licence text once, under the names of all packages that came with it. */
export function notices(packages: readonly (Package & { texts: readonly string[] })[]): string {
  const byText = new Map<string, string[]>();
  for (const { name, version, license, texts } of packages) {
    const text = texts.join('\n\n') || `Licence: ${license}. The package came without its text.`;
    const names = byText.get(text) ?? [];
    names.push(`${name} ${version} (${license})`);
    byText.set(text, names);
  }
  const parts = [...byText].map(([text, names]) => `${[...new Set(names)].join('\n')}\n\n${text}`);
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return `Onramp contains the work of others, under these licences.${line}${parts.join(line)}\n`;
}
