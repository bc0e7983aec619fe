/** The workshops of a project: planned, going on, and held. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PresenterRegular } from '@fluentui/react-icons';
import { Link, useNavigate } from 'react-router';
import { timeUsed, totalOf } from '../../../shared/workshop/clock.ts';
import { workshopState } from '../../../shared/workshop/workshop-state.ts';
import { useProject } from '../../data/use-project.ts';
import { newWorkshop, workshopAddress } from '../../frame/addresses.ts';
import { EmptyState } from '../../frame/EmptyState.tsx';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  card: {
    display: 'flex',
    alignItems: 'baseline',
    gap: '4px 16px',
    flexWrap: 'wrap',
    padding: '14px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  name: {
    flexGrow: 1,
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function WorkshopsPage() {
  const styles = useStyles();
  const words = useWords().workshop;
  const project = useProject();
  const navigate = useNavigate();
  const workshops = Object.entries(project.workshops).sort(
    ([, left], [, right]) => right.day.localeCompare(left.day) || right.created - left.created,
  );
  return (
    <Page
      narrow
      title={words.all}
      intro={words.allIntro}
      actions={
        <Button appearance="primary" onClick={() => void navigate(workshopAddress(project.id, newWorkshop))}>
          {words.make}
        </Button>
      }
    >
      {workshops.length === 0 ? <EmptyState icon={<PresenterRegular />} text={words.noneYet} /> : null}
      <ul className={styles.list}>
        {workshops.map(([id, workshop]) => {
          const used = Math.round(totalOf(timeUsed(project.sittings, id)) / 1000);
          const facts = [
            words.states[workshopState(workshop)],
            workshop.day,
            words.people(workshop.attendees.length),
            words.items(workshop.agenda.length),
            used >= 60 ? words.minutes(used) : '',
          ];
          return (
            <li key={id} className={styles.card}>
              <Link className={styles.name} to={workshopAddress(project.id, id)}>
                {workshop.name}
              </Link>
              <span className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
