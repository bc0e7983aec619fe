/** The milestones of the project: made, renamed, removed, and each compared with now. */
import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ProjectView } from '../../../shared/view.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useSend } from '../../data/use-project.ts';
import { compareAddress } from '../../frame/addresses.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { useTableStyles } from '../settings/table-styles.ts';
import { MilestoneDialog } from './MilestoneDialog.tsx';
import { useProgressStyles } from './progress-styles.ts';

/** Which milestone the dialog is open for; a new one has no id. */
type Asked = { id?: string; name: string; note: string };

export function Milestones({ project }: { project: ProjectView }) {
  const styles = useProgressStyles();
  const table = useTableStyles();
  const all = useWords();
  const words = all.progress;
  const send = useSend();
  const notices = useNotices();
  const [asked, setAsked] = useState<Asked | null>(null);
  const milestones = Object.entries(project.milestones).sort(([, left], [, right]) => right.at - left.at);
  const remove = async (id: string, name: string) => {
    const reply = await send('milestone.remove', { id });
    if (!reply.ok) return notices.fail(reply.error);
    notices.done(words.removed(name), reply.value);
  };
  return (
    <section className={styles.card} aria-labelledby="milestones-heading">
      <div className={styles.bar}>
        <h2 className={styles.heading} id="milestones-heading">
          {words.milestones}
        </h2>
        <div className={styles.end}>
          <Button onClick={() => setAsked({ name: '', note: '' })}>{words.newMilestone}</Button>
        </div>
      </div>
      {milestones.length === 0 ? <p className={styles.quiet}>{words.noMilestones}</p> : null}
      {milestones.length > 0 ? (
        <div className={styles.scroll}>
          <table className={table.table} aria-label={words.milestones}>
            <thead>
              <tr>
                <th className={table.heading}>{words.milestoneName}</th>
                <th className={table.heading}>{words.milestoneOn}</th>
                <th className={table.heading}>{words.milestoneNote}</th>
                <th className={table.heading}>{words.judgedBy}</th>
                <th className={mergeClasses(table.heading, table.end)}>{words.actions}</th>
              </tr>
            </thead>
            <tbody>
              {milestones.map(([id, { name, at, note = '', contentVersion }]) => (
                <tr key={id} className={table.row}>
                  <td className={mergeClasses(table.cell, styles.wrap)}>{name}</td>
                  <td className={mergeClasses(table.cell, styles.number)}>{isoDay(at)}</td>
                  <td className={mergeClasses(table.cell, styles.wrap)}>{note || all.nothing}</td>
                  <td className={mergeClasses(table.cell, styles.number)}>{contentVersion}</td>
                  <td className={mergeClasses(table.cell, table.end)}>
                    <div className={styles.actions}>
                      <Link
                        className={styles.link}
                        to={compareAddress(project.id, { from: id })}
                        aria-label={words.compareOf(name)}
                      >
                        {words.compareNow}
                      </Link>
                      <Button
                        size="small"
                        aria-label={words.editOf(name)}
                        onClick={() => setAsked({ id, name, note })}
                      >
                        {words.edit}
                      </Button>
                      <Button
                        size="small"
                        aria-label={words.removeOf(name)}
                        onClick={() => void remove(id, name)}
                      >
                        {words.remove}
                      </Button>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {asked ? <MilestoneDialog {...asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}
