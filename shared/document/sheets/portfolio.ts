/** The sheet of all projects: how ready each is, what stands in its way, and where it stood a month ago. */
import type { ProjectSummary } from '../../contract/project.ts';
import { documentWordsOf } from '../words/words.ts';
import { type Sheet, type SheetValue, sheetText } from './sheet.ts';

/** In the language of the interface's own sheets: several projects have no language in common. */
export function portfolioSheet(projects: readonly ProjectSummary[], today: string): Sheet {
  const words = documentWordsOf('en');
  const { portfolio } = words.workbook;
  const text = (value: string | undefined) => (value ? sheetText(words, value) : null);
  return {
    name: portfolio.name,
    columns: [
      { title: portfolio.customer, width: 30 },
      { title: portfolio.project, width: 40 },
      { title: portfolio.readiness, width: 12 },
      { title: portfolio.earlier, width: 18 },
      { title: portfolio.earlierDay, width: 12 },
      { title: portfolio.blockers, width: 10 },
      { title: portfolio.open, width: 16 },
      { title: portfolio.overdue, width: 16 },
      { title: portfolio.nextDue, width: 12 },
      { title: portfolio.nextAction, width: 44 },
      { title: portfolio.touched, width: 18 },
    ],
    rows: projects.map(
      ({ customer, name, readiness, earlier, blockers, open, overdue, nextDue, touchedAt }): SheetValue[] => [
        text(customer),
        text(name),
        readiness,
        earlier ? earlier.readiness : null,
        earlier ? { day: earlier.day } : null,
        blockers,
        open,
        overdue,
        nextDue ? { day: nextDue.due } : null,
        text(nextDue?.title),
        { at: touchedAt },
      ],
    ),
    remark: `${portfolio.asOf} ${today}`,
  };
}
