/** What reading a file of service tags costs, beside only parsing its JSON. */
import { readEvidence } from '../../shared/evidence/read-evidence.ts';
import { median } from '../helpers/median.ts';
import { largeServiceTags } from '../helpers/service-tags.ts';

export const name = 'evidence';

const megabytes = 5;

export async function run() {
  const text = largeServiceTags(megabytes * 1_000_000);
  const ours: number[] = [];
  const parsing: number[] = [];
  let prefixes = 0;
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now();
    const reading = readEvidence({ text, name: 'ServiceTags_Public_20261116.json', as: 'service-tags' });
    const middle = performance.now();
    JSON.parse(text);
    parsing.push(performance.now() - middle);
    ours.push(middle - start);
    if (!reading.ok) throw new Error(`The service tags are not read: ${reading.problem}`);
    prefixes = (reading.evidence.records as readonly { prefixes: string[] }[]).reduce(
      (sum, record) => sum + record.prefixes.length,
      0,
    );
  }
  const [first = Number.NaN] = ours;
  return {
    title: `Evidence: service tags of ${megabytes} MB, ${prefixes} prefixes`,
    rows: [
      {
        name: 'Onramp, the first time in a process',
        value: first,
        unit: 'ms',
        ratio: first / median(parsing),
      },
      { name: 'Onramp', value: median(ours), unit: 'ms', ratio: median(ours) / median(parsing) },
      { name: 'JSON.parse alone', value: median(parsing), unit: 'ms', ratio: 1 },
    ],
    notes: [
      'Ours also looks for secrets, recognises the format and writes each prefix in its canonical form. Ratios are to JSON.parse; medians of 15 rounds.',
    ],
  };
}

if (import.meta.main) console.log(await run());
