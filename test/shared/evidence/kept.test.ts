/** What is kept of evidence: it fits its place in a project whatever was read, says what the parser said, and is bounded. */
import { describe, expect, it } from 'vitest';
import { newestPieces } from '../../../shared/assess/evidence-pieces.ts';
import type { ServiceTagRecord } from '../../../shared/evidence/azure/records.ts';
import type { Evidence } from '../../../shared/evidence/evidence.ts';
import { keep, recordsOf } from '../../../shared/evidence/kept.ts';
import { mostPaths, PathsToKeep } from '../../../shared/evidence/kept-paths.ts';
import { readEvidence } from '../../../shared/evidence/read-evidence.ts';
import type { BgpRecord } from '../../../shared/evidence/records.ts';
import { problemWith } from '../../../shared/project/paths.ts';
import { emptyState } from '../../../shared/project/state.ts';
import { allSamples, damage, readSample } from '../../helpers/evidence-samples.ts';

const plain = { unread: [], dropped: [] };

function path(number: number, asPath: number[]): BgpRecord {
  return {
    prefix: `${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}.0/24`,
    nextHop: '192.0.2.2',
    metric: null,
    localPreference: 100,
    weight: 0,
    path: asPath,
    origin: 'igp',
    valid: true,
    best: true,
    communities: ['12076:51004', '12076:5030'],
  };
}

describe('evidence that is kept', () => {
  it('says of every sample what its parser said', () => {
    for (const { name, text } of allSamples()) {
      const reading = readEvidence({ text, name });
      if (!reading.ok) throw new Error(`${name}: ${reading.problem}`);
      const kept = keep(reading.evidence);
      expect(reading.evidence.records, name).toMatchObject(recordsOf(kept));
      expect(kept.counts, name).toMatchObject({ records: reading.evidence.records.length, left: 0 });
      expect(problemWith('evidence/a1', JSON.parse(JSON.stringify(kept))), name).toBeUndefined();
    }
  });

  it('fits its place whatever a damaged text gave', () => {
    const samples = allSamples();
    for (let seed = 1; seed <= 300; seed += 1) {
      const sample = samples[seed % samples.length];
      const reading = readEvidence({ text: damage(sample?.text ?? '', seed, samples) });
      if (!reading.ok) continue;
      const kept = keep(reading.evidence);
      expect(problemWith('evidence/a1', JSON.parse(JSON.stringify(kept))), `seed ${seed}`).toBeUndefined();
    }
  });

  it('refuses in its place what no parser makes', () => {
    const reading = readEvidence({ text: readSample('azure/arp-az.txt') });
    if (!reading.ok) throw new Error(reading.problem);
    const kept = keep(reading.evidence);
    for (const wrong of [
      { ...kept, kind: 'nothing' },
      { ...kept, kind: 'circuit' },
      { ...kept, records: [{ age: 'ten' }] },
      { ...kept, note: 'beside' },
      { ...kept, records: undefined, paths: { hops: [], asPaths: [], communities: [], lines: [] } },
    ])
      expect(problemWith('evidence/a1', JSON.parse(JSON.stringify(wrong)))).toBeDefined();
  });

  it('holds of a table that is too long the paths of Microsoft, and says how many it left', () => {
    const paths = new PathsToKeep();
    for (let index = 0; index < mostPaths * 2; index += 1) paths.add(path(index, [64500]));
    for (let index = 0; index < 500; index += 1) paths.add(path(index, [12076, 8075]));
    const evidence: Evidence = { kind: 'bgp-table', records: [], ...plain };
    const kept = keep(evidence, { count: paths.count, paths: paths.chosen() });
    const records = recordsOf(kept) as readonly BgpRecord[];
    expect(records.length).toBe(mostPaths);
    expect(records.filter((record) => record.path.includes(12076)).length).toBe(500);
    expect(kept.counts).toEqual({ records: mostPaths * 2 + 500, left: mostPaths + 500, unread: 0 });
    expect(problemWith('evidence/a1', JSON.parse(JSON.stringify(kept)))).toBeUndefined();
    // What many paths share is there once: a short line is left for each.
    expect(JSON.stringify(kept).length / mostPaths).toBeLessThan(50);
  });

  it('keeps whole service tags, those of Power Platform first', () => {
    const tag = (name: string, count: number): ServiceTagRecord => ({
      tag: name,
      service: null,
      region: null,
      change: null,
      cloud: null,
      prefixes: Array.from({ length: count }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`),
    });
    const records = [
      ...Array.from({ length: 10 }, (_, index) => tag(`AzureCloud.r${index}`, 4000)),
      tag('AzureCloud', 4000),
      tag('PowerPlatformInfra.WestEurope', 10),
    ];
    const kept = keep({ kind: 'service-tags', records, ...plain });
    const names = (recordsOf(kept) as readonly ServiceTagRecord[]).map((record) => record.tag);
    expect(names).toEqual([
      'PowerPlatformInfra.WestEurope',
      'AzureCloud.r0',
      'AzureCloud.r1',
      'AzureCloud.r2',
      'AzureCloud.r3',
    ]);
    expect(kept.counts.left).toBe(7);
  });
});

describe('of several pieces about one thing', () => {
  const lookup = (name: string) => ({
    ...keep({
      kind: 'name-lookup',
      records: [{ name, type: 'A', value: '192.0.2.1', seconds: null, server: null }],
      ...plain,
    }),
  });
  const attachment = (taken: string) => ({ name: 'dig.txt', kind: '', hash: '0'.repeat(64), size: 1, taken });

  it('the newest counts, and others on other subjects beside it', () => {
    const state = emptyState();
    Object.assign(state.evidence, {
      a: lookup('one.example'),
      b: lookup('one.example'),
      c: lookup('two.example'),
    });
    Object.assign(state.attachments, {
      a: attachment('2026-11-20'),
      b: attachment('2026-10-01'),
      c: attachment('2026-09-01'),
    });
    expect(newestPieces(state, 'name-lookup').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(newestPieces(state, 'trace')).toEqual([]);
  });
});
