/** Where the text of our Word document runs in one column and where in two. */
const columnGap = 360;

export class Sections {
  readonly #references: string;
  readonly #page: string;
  #isFirst = true;

  /** @param references to head and foot, which later sections have from the first. */
  constructor(references: string, page: string) {
    this.#references = references;
    this.#page = page;
  }

  /** For the last paragraph of a section: what it has been; the next goes on below it. */
  end(columns: 1 | 2): string {
    return `<w:sectPr>${this.last(columns)}</w:sectPr>`;
  }

  /** The properties of the section at the end of the document. */
  last(columns: 1 | 2 = 1): string {
    const [before, after] = this.#isFirst
      ? [this.#references, '<w:titlePg/>']
      : ['<w:type w:val="continuous"/>', ''];
    this.#isFirst = false;
    const beside = columns === 1 ? '' : `<w:cols w:num="2" w:space="${columnGap}"/>`;
    return before + this.#page + beside + after;
  }
}
