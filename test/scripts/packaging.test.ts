/** What the packing relies on: which package a module belongs to, which licences are met, and what is written about others. */
import { describe, expect, test } from 'vitest';
import { billOfMaterials, notices } from '../../scripts/bill-of-materials.ts';
import { packagePlace } from '../../scripts/bundled-packages.ts';
import { isAllowed } from '../../scripts/licences.ts';

const library = {
  place: 'node_modules/@scope/library',
  name: '@scope/library',
  version: '1.2.3',
  license: 'MIT',
  integrity: `sha512-${Buffer.from('abc').toString('base64')}`,
  development: false,
};

describe('a module', () => {
  test.each([
    ['/app/node_modules/zod/index.js', 'node_modules/zod'],
    ['/app/node_modules/@scope/library/lib/a.js', 'node_modules/@scope/library'],
    ['/app/node_modules/a/node_modules/@b/c/d.js', 'node_modules/a/node_modules/@b/c'],
    ['C:\\app\\node_modules\\zod\\index.js', 'node_modules/zod'],
    ['\0/app/node_modules/zod/index.js?commonjs', 'node_modules/zod'],
    ['/app/shared/view.ts', undefined],
  ])('%s belongs to %s', (module, place) => {
    expect(packagePlace(module)).toBe(place);
  });
});

describe('a licence', () => {
  test.each([
    ['MIT', false, true],
    ['GPL-3.0', false, false],
    ['GPL-3.0', true, false],
    ['CC-BY-4.0', true, true],
    ['CC-BY-4.0', false, false],
    ['(WTFPL OR MIT)', false, true],
    ['MIT AND OFL-1.1', false, true],
    ['MIT AND GPL-3.0', false, false],
    ['GPL-3.0 OR (MIT AND ISC)', false, true],
    ['MIT OR', false, false],
    ['(MIT', false, false],
    ['MIT ISC', false, false],
    ['', true, false],
  ])('"%s", to build with: %s, allowed: %s', (expression, development, allowed) => {
    expect(isAllowed(expression, development)).toBe(allowed);
  });
});

describe('what is written about others', () => {
  test('names each package by its address, licence and hash', () => {
    const bill = billOfMaterials({ name: 'onramp', version: '0.1.0' }, [library]);
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      components: [
        {
          purl: 'pkg:npm/%40scope/library@1.2.3',
          licenses: [{ license: { id: 'MIT' } }],
          hashes: [{ alg: 'SHA-512', content: '616263' }],
        },
      ],
    });
  });

  test('says each licence text once, under all who use it', () => {
    const text = 'Permission is hereby granted';
    const written = notices([
      { ...library, texts: [text] },
      { ...library, name: 'other', texts: [text] },
      { ...library, name: 'bare', texts: [] },
    ]);
    expect(written.split(text)).toHaveLength(2);
    expect(written).toContain('@scope/library 1.2.3 (MIT)\nother 1.2.3 (MIT)');
    expect(written).toContain('bare 1.2.3 (MIT)\n\nLicence: MIT. The package came without its text.');
  });
});
