/** Which proposals are chosen: each cell of a row that is there, a new row as a whole, each answer. */
import type { AnswerProposal, Proposals, RowProposal } from '../../../shared/evidence/proposals/proposals.ts';

export const answerChoice = ({ question }: AnswerProposal) => `answer ${question}`;
export const rowChoice = ({ table, row }: RowProposal) => `row ${table} ${row}`;
export const cellChoice = (row: RowProposal, column: string) => `${rowChoice(row)} ${column}`;

/** All that can be taken; what a person has confirmed is left for somebody to choose knowingly. */
export function choicesIn(proposals: Proposals, withConfirmed: boolean): string[] {
  const isWanted = ({ confirmed }: { confirmed?: unknown }) => withConfirmed || confirmed === undefined;
  return [
    ...proposals.answers.filter((one) => !one.contested && isWanted(one)).map(answerChoice),
    ...proposals.rows.filter(isWanted).flatMap((row) => {
      if (row.isNew) return [rowChoice(row)];
      return row.cells.filter((cell) => !cell.contested).map(({ column }) => cellChoice(row, column));
    }),
  ];
}

export function chosenOf(
  proposals: Proposals,
  chosen: ReadonlySet<string>,
): { answers: AnswerProposal[]; rows: RowProposal[] } {
  return {
    answers: proposals.answers.filter((one) => chosen.has(answerChoice(one))),
    rows: proposals.rows.flatMap((row) => {
      if (row.isNew) return chosen.has(rowChoice(row)) ? [row] : [];
      const cells = row.cells.filter(({ column }) => chosen.has(cellChoice(row, column)));
      return cells.length > 0 ? [{ ...row, cells }] : [];
    }),
  };
}
