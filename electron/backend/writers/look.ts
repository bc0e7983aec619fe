/** How a firm's documents look: paper, colour, name, logo and Word template; chosen once, used by every writer of pages. */
export type Logo = { type: 'png' | 'jpeg' | 'svg'; bytes: Uint8Array };

export type Look = {
  paper: 'a4' | 'letter';
  /** '#rrggbb': headings and rules; writers see to it that text in it stays readable. */
  accent: string;
  /** Stands in the foot of every page; may be empty. */
  firm: string;
  logo?: Logo;
  /** The firm's own .docx, whose styles, head and foot are taken over. */
  template?: Uint8Array;
};

export const ownLook: Look = { paper: 'a4', accent: '#0f548c', firm: '' };
