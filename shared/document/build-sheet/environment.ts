/** The web address to test with: that of the first environment that has one. */
import type { SheetModel } from './model.ts';
import { wordPlaceholderOf } from './syntax.ts';

export function getDefaultHost({ project, words, need }: SheetModel): string {
  const address = project.rows('environments').find((row) => row.address !== undefined)?.address;
  if (address !== undefined) return address;
  return wordPlaceholderOf(need(words.missing.environmentAddress, 'scope.environments.list').text);
}
