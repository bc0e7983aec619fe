/** Builds the app and lays beside it what the packer takes: icon, notices, and the list of all that is in it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { billOfMaterials, notices } from './bill-of-materials.ts';
import { build, root } from './built.mjs';
import { licenceTexts, shippedPackages } from './shipped-packages.ts';

const folder = join(root, 'out', 'packaging');

export async function prepare(): Promise<void> {
  await build();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = shippedPackages(root);
  const product = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const bill = billOfMaterials(product, packages);
  writeFileSync(join(folder, 'onramp.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(
    join(folder, 'NOTICES.txt'),
    notices(packages.map((one) => ({ ...one, texts: licenceTexts(root, one) }))),
  );
  writeFileSync(join(folder, 'icon.png'), icon(1024));
}

/** The packer makes every platform's own kind of icon from this one. */
function icon(pixels: number): Buffer {
  const mark = readFileSync(join(root, 'renderer', 'public', 'mark.svg'), 'utf8');
  return new Resvg(mark, { fitTo: { mode: 'width', value: pixels } }).render().asPng();
}
