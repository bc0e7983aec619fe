/** Words of the Plan page. */

export const plan = {
  title: 'Plan',
  intro: 'What the plan says today, from the answers as they stand.',
  audience: 'Written for',
  audiences: { sponsor: 'Sponsor', engineer: 'Engineers' },
  contents: 'Contents',
  export: 'Export the plan',
  formats: {
    html: 'Web page (.html)',
    md: 'Markdown (.md)',
    json: 'Data (.json)',
    csv: 'Actions (.csv)',
  },
  leftOut: 'What this copy leaves out',
};
