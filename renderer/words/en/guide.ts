/** English words of the Guide. */
import type { FactBasis, FactLevel } from '../../../shared/content/facts.ts';
import type { Host } from '../../../shared/content/reference.ts';
import type { GuideView } from '../../../shared/guide/entries.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');

export const guide = {
  title: 'Guide',
  intro:
    'What is known about ExpressRoute with Power Platform and Microsoft 365, in our own words, with the document and the date behind each statement. All of it works offline.',
  search: 'Search the Guide',
  searchHint: 'A word, a host name, or a fact such as R-10',
  found: (count: number) => plural(count, { one: '# entry found', other: '# entries found' }),
  nothing: 'Nothing in the Guide has all of these words. Try fewer, or a part of one.',
  clear: 'Clear the search',
  views: {
    facts: 'Facts',
    traps: 'Traps',
    traffic: 'Traffic catalogue',
    terms: 'Glossary',
    handbook: 'Handbook',
  } satisfies Record<GuideView, string>,
  viewsLabel: 'Parts of the Guide',
  kinds: {
    facts: 'Fact',
    traps: 'Trap',
    traffic: 'Host name',
    terms: 'Term',
    handbook: 'Chapter',
  } satisfies Record<GuideView, string>,
  chapters: 'Chapters',
  topics: 'Topics',
  topicCount: (count: number) => plural(count, { one: '# fact', other: '# facts' }),
  levels: {
    blocker: 'Can block',
    risk: 'Risk',
    gate: 'Gate',
    both: 'Risk, or blocks',
    none: 'Knowledge',
  } satisfies Record<FactLevel, string>,
  check: 'What to check',
  bases: {
    source: 'Stated in the document named.',
    inference: 'Our conclusion from the documents named; none of them says so itself.',
    general: 'General knowledge of networks, not from a Microsoft document.',
  } satisfies Record<FactBasis, string>,
  asked: 'Asked in',
  judged: 'Judged by',
  related: 'See also',
  sources: 'Sources',
  source: (publisher: string, date: string, read: string) =>
    date === '' ? `${publisher}, read ${read}` : `${publisher}, ${date}, read ${read}`,
  trapsIntro:
    'Places where documents contradict each other, or say less than they seem to. How Onramp reads each stands beside it.',
  says: 'What they say',
  reading: 'How Onramp reads it',
  trafficIntro: (count: number, version: string) =>
    `${plural(count, { one: '# host name', other: '# host names' })} and whether they ride ExpressRoute with Microsoft peering; list of ${version}. The most specific pattern decides.`,
  group: 'Kind',
  all: 'All',
  groups: {
    'sign-in': 'Sign-in',
    'power-platform': 'Power Platform',
    m365: 'Microsoft 365',
    cdn: 'Content delivery',
    admin: 'Administration',
    azure: 'Azure services',
    gateway: 'Data gateway',
    certificates: 'Certificates',
  } satisfies Record<Host['group'], string>,
  rides: 'On ExpressRoute',
  ridesStates: {
    yes: 'Yes',
    no: 'Never',
    region: 'With its region',
    unknown: 'Not documented',
  } satisfies Record<Host['expressRoute'], string>,
  ridesHint: '“With its region”: where the community of its Azure region is accepted.',
  columns: { host: 'Host name', use: 'What it is for', why: 'Why' },
  termsIntro: 'The words of the trade, in a sentence or two each.',
  inGuide: 'In the Guide',
};
