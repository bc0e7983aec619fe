/** What is known at sight and of no use is named, so that nobody looks for the mistake in their file. */
import { describe, expect, it, test } from 'vitest';
import { foreignFile, type noUses } from '../../../shared/evidence/no-use.ts';
import { readEvidence } from '../../../shared/evidence/read-evidence.ts';
import { allSamples, readSample } from '../../helpers/evidence-samples.ts';

const evpn = `leaf1# show bgp l2vpn evpn
   Network            Next Hop            Metric     LocPrf     Weight Path
Route Distinguisher: 10.0.0.11:32777    (L2VNI 10010)
*>l[2]:[0]:[0]:[48]:[0050.7966.6806]:[0]:[0.0.0.0]/216
                      10.0.1.11                         100      32768 i
`;

const texts: Record<(typeof noUses)[number], string> = {
  evpn,
  srv6: `RP/0/RP0/CPU0:pe1#show segment-routing srv6 sid
SID                         Behavior          Context
fc00:0:1:1::                End (PSP/USD)     'default':1
`,
  'gateway-routes':
    '{"value":[{"asPath":"12076-65020","network":"10.1.0.0/16","nextHop":"10.0.0.5","sourcePeer":"10.0.0.5"}]}',
  'effective-routes': '{"value":[{"addressPrefix":["10.0.0.0/16"],"nextHopType":"VnetLocal"}]}',
  'direct-port': '[{"name":"port1","properties":{"encapsulation":"Dot1Q","links":[{"name":"link1"}]}}]',
  yaml: 'allowClassicOperations: false\ncircuitProvisioningState: Enabled\nname: er-fra\n',
  'az-error':
    "ERROR: (ResourceNotFound) The Resource 'er-fra' under resource group 'rg' was not found.\nCode: ResourceNotFound\n",
  picture: '\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000',
  pdf: '%PDF-1.7\n1 0 obj\n198.51.100.0/24\n',
  office: 'PK\u0003\u0004\u0014\u0000',
  'web-page': '\n<!DOCTYPE html>\n<html><body>10.0.0.1</body></html>',
  'not-text': '\u0001\u0002\u0003\u0004\u0005\u0006\u0007abc',
};

describe('what is of no use', () => {
  it.each(Object.entries(texts))('is named: %s', (noUse, text) => {
    expect(readEvidence({ text })).toMatchObject({ ok: false, problem: 'no-use', noUse });
  });

  it('is named whatever kind somebody says it is', () => {
    expect(readEvidence({ text: texts.pdf, as: 'bgp-table' })).toMatchObject({ noUse: 'pdf' });
    expect(readEvidence({ text: evpn, as: 'bgp-table' })).toMatchObject({ noUse: 'evpn' });
    expect(readEvidence({ text: evpn, as: 'arp' })).toMatchObject({ noUse: 'evpn' });
  });

  it('keeps nobody from what is read beside it', () => {
    const both = `${readSample('router/ios-bgp.txt')}\n${evpn}`;
    const reading = readEvidence({ text: both });
    expect(reading.ok && reading.evidence.records.length).toBeGreaterThan(2);
    const config = `${readSample('router/nxos-config.txt')}\nrouter bgp 65020\n  address-family l2vpn evpn\n`;
    expect(readEvidence({ text: config }).ok).toBe(true);
  });
});

test('no text that is read is taken for a file of another program, in UTF-16 either', () => {
  for (const { text } of allSamples()) {
    expect(foreignFile(text)).toBeUndefined();
    expect(foreignFile([...text].join('\0'))).toBeUndefined();
    expect(readEvidence({ text }).ok).toBe(true);
  }
});
