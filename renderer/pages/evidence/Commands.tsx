/** The commands to run where the output comes from, each to be copied. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useNotices } from '../../data/use-notices.ts';
import { useWords } from '../../words/words.ts';
import { commands } from './commands.ts';

const useStyles = makeStyles({
  group: { marginTop: '28px' },
  summary: {
    minHeight: '24px',
    cursor: 'pointer',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  intro: { margin: '8px 0 12px', color: tokens.colorNeutralForeground3, maxWidth: '80ch' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(150px, 230px) minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '12px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

export function Commands({ isOpen }: { isOpen: boolean }) {
  const styles = useStyles();
  const own = useWords().evidence;
  const notices = useNotices();
  const copy = async (command: string) => {
    await navigator.clipboard.writeText(command);
    notices.tell(own.copied);
  };
  return (
    <details className={styles.group} open={isOpen}>
      <summary className={styles.summary}>{isOpen ? own.emptyTitle : own.commands}</summary>
      <p className={styles.intro}>{own.commandsIntro}</p>
      <ul className={styles.list}>
        {commands.map(({ kind, command }) => (
          <li key={kind} className={styles.item}>
            <span>{own.kinds[kind]}</span>
            <code className={styles.code}>{command}</code>
            <Button
              size="small"
              icon={<CopyRegular />}
              aria-label={own.copyOf(own.kinds[kind])}
              onClick={() => void copy(command)}
            >
              {own.copy}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
