/** Words of the card in Settings that says how documents look. */

export const look = {
  title: 'Documents',
  hint: 'How the plan looks in Word and PDF. A firm gives its name, colour, logo and Word template once.',
  firm: 'Name of the firm',
  firmHint: 'Stands at the foot of every page.',
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'Letter' },
  accent: 'Accent colour',
  accentHint: 'Headings and rules. Text in it is darkened where it would be hard to read.',
  logo: 'Logo',
  logoHint: 'PNG, JPEG or SVG, at most 2 MB.',
  logoAlt: (name: string) => `The logo, ${name}`,
  template: 'Word template',
  templateHint: 'A .docx of yours: its styles, page head and foot are taken over, its text is not.',
  choose: 'Choose a file…',
  replace: 'Choose another…',
  remove: 'Remove',
  removeOf: (what: string) => `Remove: ${what}`,
  taken: (name: string) => `${name} is used from now on.`,
  removed: (what: string) => `${what} removed.`,
};
