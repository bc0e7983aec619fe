/** Words of the Plan page. */

export const plan = {
  title: 'Plan',
  intro: 'What the plan says today, from the answers as they stand.',
  audience: 'Written for',
  audiences: { sponsor: 'Sponsor', engineer: 'Engineers' },
  language: 'Language of the plan',
  languages: { en: 'English', de: 'Deutsch' },
  contents: 'Contents',
  partsShown: (shown: number, all: number) =>
    shown === all ? `Contents: all ${all} parts` : `Contents: ${shown} of ${all} parts`,
  export: 'Export the plan',
  whole: 'The whole plan, for engineers',
  exportPlain: 'Write it without logo and template',
  writing: (format: string) => `Writing ${format}`,
  views: { pages: 'Pages', text: 'With links' },
  viewAs: 'Shown as',
  partsHint: 'Parts that are not ticked are left out of what you see and of what you export.',
  includePart: (part: string) => `Include ${part}`,
  allParts: 'Include all parts',
  page: (page: number, pages: number | undefined) =>
    pages === undefined ? `Page ${page}` : `Page ${page} of ${pages}`,
  pages: (pages: number) => (pages === 1 ? '1 page' : `${pages} pages`),
  settingPages: 'Setting the pages…',
  nothingChosen: 'No part is ticked, so there is nothing to show. Tick at least one at the left.',
  formats: {
    docx: 'Word (.docx)',
    pdf: 'PDF (.pdf)',
    xlsx: 'Excel (.xlsx)',
    html: 'Web page (.html)',
    md: 'Markdown (.md)',
    json: 'Data (.json)',
    csv: 'Actions (.csv)',
    'checklist.json': 'Azure review checklist (.json)',
  },
  leftOut: 'What this copy leaves out',
};
