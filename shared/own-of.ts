/** What a bag holds under this key itself: people and files name things as they like, also `constructor`. */
export function ownOf<Value>(bag: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(bag, key) ? bag[key] : undefined;
}
