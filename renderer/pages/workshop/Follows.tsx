/** What follows from the answers, beside the question and never in its way: readiness, the findings it causes, and the verdict. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useProject } from '../../data/use-project.ts';
import { RichText } from '../../frame/RichText.tsx';
import { Ring } from '../../frame/Ring.tsx';
import { SeverityBadge } from '../../frame/SeverityBadge.tsx';
import { useWords } from '../../words/words.ts';
import { useRoomStyles } from './room-styles.ts';

const useStyles = makeStyles({
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: '1em',
    boxSizing: 'border-box',
    minHeight: 0,
    overflowY: 'auto',
    padding: '1em 1.2em',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    ':focus-visible': { outline: `3px solid ${tokens.colorStrokeFocus2}` },
  },
  ready: { display: 'flex', alignItems: 'center', gap: '0.7em', fontWeight: tokens.fontWeightSemibold },
  heading: { margin: '0 0 0.3em', fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, overflowWrap: 'anywhere' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '0.8em' },
});

export function Follows({ question }: { question: string | undefined }) {
  const styles = useStyles();
  const room = useRoomStyles();
  const words = useWords();
  const { assessment } = useProject();
  const { readiness, verdict } = assessment;
  const findings = assessment.findings.filter(
    ({ accepted, from }) => !accepted && from.some((origin) => origin.question === question),
  );
  const side = mergeClasses(styles.side, room.text);
  const isBlocked = findings.some(({ severity }) => severity === 'blocker');
  // What this answer causes stands first: on a small screen the end is out of sight, and nobody here has a hand at the mouse.
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    // biome-ignore lint/a11y/useSemanticElements: no set of fields, and no landmark either
    <div className={side} role="group" tabIndex={0} aria-label={words.workshop.room.verdict}>
      <div className={styles.ready}>
        <Ring percent={readiness.percent} tone={isBlocked ? 'blocked' : 'progress'} size={36} />
        <span role="status">{words.workshop.room.ready(readiness.percent)}</span>
      </div>
      {/* Those of the next question belong to it; what comes up with an answer is said. */}
      <div key={question} aria-live="polite">
        <h2 className={styles.heading}>{words.workshop.room.findings}</h2>
        {findings.length === 0 ? (
          <p className={mergeClasses(styles.words, room.quiet)}>{words.workshop.room.noFindings}</p>
        ) : (
          <ul className={styles.list}>
            {findings.map((finding) => (
              <li key={finding.id}>
                <span className={room.desk}>
                  <SeverityBadge severity={finding.severity} />
                </span>
                <p className={styles.words}>
                  <RichText text={finding.title} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h2 className={styles.heading}>{words.workshop.room.verdict}</h2>
        <p className={styles.words}>{verdict.sentence}</p>
      </div>
    </div>
  );
}
