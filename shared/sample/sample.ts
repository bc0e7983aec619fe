/** The sample project, "Contoso, two regions, three circuits": made of edits like any other, so that it shows every page full. */
import type { Edit } from '../project/change.ts';

export function sampleEdits(): Edit[] {
  return [
    { path: 'project/name', after: 'Contoso: two regions, three circuits' },
    { path: 'project/customer', after: 'Contoso Ltd' },
    { path: 'answer/routing.nat.who', after: { state: 'answered', value: 'we-do' } },
  ];
}
