/** What the answers say about this question, beside its field, with the way out. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Finding } from '../../../shared/view.ts';
import { RichText } from '../../frame/RichText.tsx';
import { SeverityBadge } from '../../frame/SeverityBadge.tsx';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  item: {
    display: 'grid',
    gridTemplateColumns: '68px minmax(0, 1fr)',
    columnGap: '10px',
    alignItems: 'start',
  },
  words: { minWidth: 0 },
  title: { margin: 0, overflowWrap: 'anywhere' },
  remedy: { margin: '2px 0 0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  why: { margin: '2px 0 0', color: tokens.colorNeutralForeground3 },
  accepted: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export function QuestionFindings({ findings }: { findings: readonly Finding[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <OneFinding key={finding.id} finding={finding} />
      ))}
    </ul>
  );
}

function OneFinding({ finding }: { finding: Finding }) {
  const styles = useStyles();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { accepted } = finding;
  return (
    <li className={styles.item}>
      <SeverityBadge severity={finding.severity} />
      <div className={styles.words}>
        <p className={styles.title}>
          <RichText text={finding.title} />
        </p>
        {finding.remedy ? (
          <p className={styles.remedy}>
            <RichText text={finding.remedy} />{' '}
            {finding.why ? (
              <Link as="button" inline aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? words.wizard.lessAboutFinding : words.wizard.moreAboutFinding}
              </Link>
            ) : null}
          </p>
        ) : null}
        {open ? (
          <p className={styles.why}>
            <RichText text={finding.why} />
          </p>
        ) : null}
        {accepted ? (
          <span className={styles.accepted}>{words.wizard.acceptedBy(accepted.by, accepted.until)}</span>
        ) : null}
      </div>
    </li>
  );
}
