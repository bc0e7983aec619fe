/** English words of checklists that came as files. */
import { reviewChecklistWords } from '../../../shared/document/words/en-review-checklist.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');
const { part } = reviewChecklistWords;

export const imported = {
  add: 'Add a checklist',
  addHint:
    'A review checklist (.json) as Azure/review-checklists publishes them, one of your own (.onramp-checklist.json), or a filled-in template (.xlsx, .csv)',
  reading: (file: string) => `Reading ${file}`,
  added: (file: string, items: number) =>
    `${file} was added: ${plural(items, { one: '# item', other: '# items' })}`,
  failed: (file: string) => `${file} was not added`,
  tooLarge: 'It is larger than 20 MB.',
  from: (file: string, day: string) => `From ${file}, added on ${day}.`,
  remarks: {
    doubledGuid: (count: number) =>
      plural(count, {
        one: '# item has a guid that another has too.',
        other: '# items have a guid that another has too.',
      }),
    missingGuid: (count: number) =>
      plural(count, { one: '# item has no guid.', other: '# items have no guid.' }),
    unknownStatus: (count: number) =>
      plural(count, {
        one: '# item has a status that is not one of the five; it stands in its comment.',
        other: '# items have a status that is not one of the five; it stands in their comments.',
      }),
  },
  export: 'Export it (.json)',
  writing: 'Writing the checklist',
  remove: 'Remove',
  removed: (name: string) => `${name} was removed`,
  search: 'Search the items',
  status: 'Status',
  severity: 'Severity',
  category: 'Category',
  all: 'All',
  noSeverity: 'None',
  noCategory: 'Without a category',
  statuses: part.statuses,
  severities: part.severities,
  severityOf: (name: string) => `Severity: ${name}`,
  toVerify: (count: number) => plural(count, { one: '# to verify', other: '# to verify' }),
  looked: (looked: number, items: number) => `${looked} of ${items} looked at`,
  found: (count: number) => plural(count, { one: '# item', other: '# items' }),
  noMatch: 'No item matches.',
  clear: 'Show all',
  link: 'Learn more',
  training: 'Training',
  opensOutside: (name: string, text: string) => `${name}: ${text} (opens in the browser)`,
  comment: 'Comment',
  commentOf: (text: string) => `Comment on: ${text}`,
  statusOf: (text: string) => `Status of: ${text}`,
  addComment: 'Add a comment',
  items: 'Items',
};
