/** A file of service tags as large as the real one, the same on every run. */

export function largeServiceTags(bytes: number): string {
  const random = createRandom(20_261_121);
  const values: object[] = [];
  for (let size = 0, tag = 0; size < bytes; tag += 1) {
    // The same block stands in the tags of the cloud, of a region and of a service.
    const addressPrefixes = Array.from({ length: 20 + (random() % 60) }, () =>
      createPrefix(random() % 60_000),
    );
    const name = `Service${tag % 90}.region${tag % 60}`;
    const value = {
      name,
      id: name,
      properties: {
        changeNumber: tag % 300,
        region: `region${tag % 60}`,
        regionId: tag % 60,
        platform: 'Azure',
        systemService: `Service${tag % 90}`,
        addressPrefixes,
        networkFeatures: ['API', 'NSG', 'UDR', 'FW'],
      },
    };
    values.push(value);
    size += JSON.stringify(value, null, 2).length;
  }
  return JSON.stringify({ changeNumber: 350, cloud: 'Public', values }, null, 2);
}

/** Two of five in IPv6, as in the real file. */
function createPrefix(number: number): string {
  if (number % 5 < 2)
    return `2603:${(0x1000 + (number % 200)).toString(16)}:${(number >>> 8).toString(16)}::/48`;
  return `${13 + (number % 40)}.${(number >>> 8) % 256}.${number % 256}.${(number % 4) * 64}/26`;
}

/** The same 32-bit numbers on every run (xorshift). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
