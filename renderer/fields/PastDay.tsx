/** Says beside a field that its day has passed already: that can be meant, and may as well be a slip. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import { isoDay } from '../words/formats.ts';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  past: {
    '&:empty': { display: 'none' },
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorStatusWarningForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

export function PastDay({ day, says }: { day: string | undefined; says?: (day: string) => string }) {
  const styles = useStyles();
  const words = useWords();
  const isPast = day !== undefined && day !== '' && day < isoDay(Date.now());
  return (
    <span role="status" className={styles.past}>
      {isPast ? (
        <>
          <WarningRegular aria-hidden="true" />
          {says ? says(day) : words.pastDay}
        </>
      ) : null}
    </span>
  );
}
