/** Secrets are gone before anything is read, kept or shown, in every shape they come in, and their names are told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../shared/evidence/read-evidence.ts';
import { dropSecrets } from '../../../shared/evidence/secrets.ts';
import { readSample } from '../../helpers/evidence-samples.ts';

const secret = 'S3cr3t-0042';

describe('secrets of Azure', () => {
  it.each([
    ['JSON', `{ "serviceKey": "${secret}", "name": "a" }`, 'serviceKey'],
    ['JSON with the value in the next line', `{ "sharedKey":\n  "${secret}" }`, 'sharedKey'],
    [
      'JSON in a text of JSON',
      `{ "AuthorizationsText": "[{\\"AuthorizationKey\\": \\"${secret}\\"}]" }`,
      'authorizations',
    ],
    ['a nested field of that', `{ "Text": "{\\"AuthorizationKey\\": \\"${secret}\\"}" }`, 'authorizationKey'],
    [
      'a list of objects',
      `{ "authorizations": [ { "a": "]" },\n { "b": "${secret}" } ], "x": 1 }`,
      'authorizations',
    ],
    ['a PowerShell list', `Name : a\nServiceKey                : ${secret}\nSku : {}`, 'serviceKey'],
    [
      'a PowerShell list over lines',
      `Authorizations : [\n  {\n  "k": "${secret}"\n  }\n ]\nName : a`,
      'authorizations',
    ],
    ['YAML', `serviceKey: ${secret}\nname: a`, 'serviceKey'],
    ['a table', `Name ServiceKey  Sku\n---- ----------- ---\na    ${secret} b`, 'serviceKey'],
    ['CSV', `Name,ServiceKey,Sku\n"a,b",${secret},c`, 'serviceKey'],
    ['a list that is cut off', `{ "authorizations": [ { "k": "${secret}"`, 'authorizations'],
  ])('are dropped from %s', (_shape, text, name) => {
    const clean = dropSecrets(text);
    expect(clean.text).not.toContain(secret);
    expect(clean.dropped).toEqual([name]);
    expect(clean.text.split('\n')).toHaveLength(text.split('\n').length);
  });

  it('leave what stands around them as it was', () => {
    const text = `{ "name": "a", "serviceKey": "${secret}", "authorizations": [1, 2], "sku": { "tier": "Local" } }`;
    expect(JSON.parse(dropSecrets(text).text)).toEqual({
      name: 'a',
      serviceKey: '<dropped>',
      authorizations: [],
      sku: { tier: 'Local' },
    });
  });

  it('are not told where there are none', () => {
    const text =
      '{ "serviceKey": null, "authorizations": [], "sharedKey": "", "authorizationUseStatus": "Available" }';
    expect(dropSecrets(text)).toEqual({ text, dropped: [] });
  });

  it('are found behind escapes in their name', () => {
    const reading = readEvidence({ text: readSample('azure/circuit-rest.txt') });
    expect(JSON.stringify(reading)).not.toContain('99990000');
    expect(reading).toMatchObject({ ok: true, evidence: { dropped: ['serviceKey'] } });
  });

  it('are found although their name is far from their value', () => {
    const text = `{ "serviceProviderProvisioningState": "Provisioned", "serviceKey"${' '.repeat(500)}: "${secret}" }`;
    const reading = readEvidence({ text });
    expect(reading).toMatchObject({ ok: true, evidence: { dropped: ['serviceKey'] } });
    expect(JSON.stringify(reading)).not.toContain(secret);
  });

  it.each(['circuit-az', 'circuit-powershell', 'peering-powershell'])(
    'are in nothing that is read from %s',
    (name) => {
      const reading = readEvidence({ text: readSample(`azure/${name}.txt`) });
      expect(JSON.stringify(reading)).not.toMatch(/1111-2222|aaaa-bbbb|hush|md5-secret/);
    },
  );

  it('go whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (noise) => {
        const value = `${noise}${secret}${noise}`;
        const { text } = dropSecrets(JSON.stringify({ first: noise, serviceKey: value, last: [noise] }));
        expect(text).not.toContain(secret);
        expect(JSON.parse(text)).toMatchObject({ last: [noise] });
      }),
    );
  });
});

describe('secrets of a router', () => {
  it.each([
    [`enable secret 5 ${secret}`, 'enable secret'],
    [`username admin privilege 15 password 7 ${secret}`, 'username admin privilege 15 password'],
    [` neighbor 192.0.2.1 password 7 ${secret}`, ' neighbor 192.0.2.1 password'],
    [`crypto isakmp key ${secret} address 192.0.2.1`, 'crypto isakmp key'],
    [`tacacs-server host 192.0.2.1 key 7 ${secret}`, 'tacacs-server host 192.0.2.1 key'],
    [`  key-string 7 ${secret}`, '  key-string'],
    [`snmp-server community ${secret} RO 10`, 'snmp-server community'],
    [`snmp-server host 192.0.2.1 version 2c ${secret}`, 'snmp-server host 192.0.2.1'],
    [` ip ospf message-digest-key 1 md5 7 ${secret}`, ' ip ospf message-digest-key 1 md5'],
    [`        authentication-key "$9$${secret}"; ## SECRET-DATA`, '        authentication-key'],
  ])('are cut off: %s', (line, kept) => {
    const { text, dropped } = dropSecrets(`hostname edge\n${line}\nend`);
    expect(text).toBe(`hostname edge\n${kept} <dropped>\nend`);
    expect(dropped).toHaveLength(1);
  });

  it.each([
    'service password-encryption',
    'key chain ONE',
    ' key 1',
    ' neighbor 192.0.2.1 send-community both',
    'ip community-list standard MS permit 12076:51002',
  ])('are not seen where there are none: %s', (line) => {
    expect(dropSecrets(line)).toEqual({ text: line, dropped: [] });
  });

  it('are found although JSON, or what begins like it, stands before them', () => {
    for (const before of ['{ "a": 1 }', '{', '[edit]', '[- Finished ..']) {
      const { text, dropped } = dropSecrets(`${before}\nenable secret 5 ${secret}\n`);
      expect(text).toBe(`${before}\nenable secret <dropped>\n`);
      expect(dropped).toEqual(['secret']);
    }
  });

  it('are not looked for in the notes of a second answer in JSON', () => {
    const answer = `{\n  "notes": "edge1",\n  "text": [\n    "enable secret 9 none here"\n  ]\n}`;
    expect(dropSecrets(`${answer}\n${answer}\n`)).toEqual({ text: `${answer}\n${answer}\n`, dropped: [] });
    const config = 'enable secret 9 $9$abc';
    expect(dropSecrets(`${answer}\n${answer}\n${config}\n`).text).not.toContain('$9$abc');
  });

  it('go from every line of JSON, and notes in them stay', () => {
    const text = `{"a":1,"note":"password of edge1 is with the NOC"}\n{"serviceKey":"s3cr3t","note":"password 7 abc"}\n`;
    const { text: clean, dropped } = dropSecrets(text);
    expect(clean).toContain('"password of edge1 is with the NOC"');
    expect(clean).toContain('"password 7 abc"');
    expect(clean).not.toContain('s3cr3t');
    expect(dropped).toEqual(['serviceKey']);
  });

  it('are not looked for in the notes of JSON behind a line of progress', () => {
    const text = '[- Finished ..\n[\n  { "notes": "the password page needs it" }\n]';
    expect(dropSecrets(text)).toEqual({ text, dropped: [] });
  });
});
