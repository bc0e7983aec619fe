/** What follows from the answers, beside the question and never in its way: readiness, the findings it causes, and the verdict. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import { useProject } from '../../data/use-project.ts';
import { RichText } from '../../frame/RichText.tsx';
import { Ring } from '../../frame/Ring.tsx';
import { SeverityBadge } from '../../frame/SeverityBadge.tsx';
import { useWords } from '../../words/words.ts';
import { roomSizes, useRoomStyles } from './room-styles.ts';

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
  badge: { marginInlineEnd: '0.5em' },
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
  const { side, size, most } = useFit(
    [question, verdict.sentence, ...findings.map(({ title }) => title)].join('\n'),
  );
  const isBlocked = findings.some(({ severity }) => severity === 'blocker');
  return (
    // biome-ignore lint/a11y/useSemanticElements: no set of fields, and no landmark either
    <div
      ref={side}
      className={mergeClasses(styles.side, room.text)}
      style={{ fontSize: `calc(${roomSizes.text} * ${size})`, lineHeight: size === 1 ? undefined : 1.3 }}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
      tabIndex={0}
      aria-label={words.workshop.room.verdict}
    >
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
            {findings.slice(0, most).map((finding) => (
              <li key={finding.id}>
                <p className={styles.words}>
                  <span className={mergeClasses(room.desk, styles.badge)}>
                    <SeverityBadge severity={finding.severity} />
                  </span>
                  <RichText text={finding.title} />
                </p>
              </li>
            ))}
            {findings.length > most ? (
              <li className={room.quiet}>{words.wizard.more(findings.length - most)}</li>
            ) : null}
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

/** What gives way on a small screen, step by step: first the size of the letters, then the lesser findings. */
const steps = [
  { size: 1, most: Number.POSITIVE_INFINITY },
  { size: 0.93, most: Number.POSITIVE_INFINITY },
  { size: 0.87, most: Number.POSITIVE_INFINITY },
  ...[5, 4, 3, 2, 1].map((most) => ({ size: 0.87, most })),
] as const;

/** The first step at which all of it is seen: nobody in a room has a hand at the mouse to scroll with. */
function useFit(content: string) {
  const side = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState({ step: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content may need other room.
  useLayoutEffect(() => {
    const { scrollHeight, clientHeight } = side.current ?? { scrollHeight: 0, clientHeight: 0 };
    if (scrollHeight > clientHeight && fit.step < steps.length - 1) setFit({ step: fit.step + 1 });
  }, [fit, content]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is tried anew from the largest on.
  useLayoutEffect(() => setFit({ step: 0 }), [content]);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setFit({ step: 0 }));
    if (side.current) observer.observe(side.current);
    return () => observer.disconnect();
  }, []);
  return { side, ...(steps[fit.step] ?? steps[0]) };
}
