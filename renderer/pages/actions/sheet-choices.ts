/** What is ticked of an edited sheet: fields of known actions, and new actions as a whole. */
import type { ActionField, ActionProposal } from '../../../shared/action-import/proposals.ts';

export function choiceOf({ line, id }: ActionProposal, field?: ActionField): string {
  return id === null ? `${line}` : `${line}/${field}`;
}

export function choicesIn(
  proposals: readonly ActionProposal[],
  wanted: (field: ActionProposal['fields'][number]) => boolean,
): ReadonlySet<string> {
  return new Set(
    proposals.flatMap((proposal) =>
      proposal.fields.filter(wanted).map(({ field }) => choiceOf(proposal, field)),
    ),
  );
}

export function chosenProposals(
  proposals: readonly ActionProposal[],
  chosen: ReadonlySet<string>,
): ActionProposal[] {
  return proposals.flatMap((proposal) => {
    const fields = proposal.fields.filter(({ field }) => chosen.has(choiceOf(proposal, field)));
    return fields.length > 0 ? [{ ...proposal, fields }] : [];
  });
}
