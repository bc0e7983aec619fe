/** The list of keys. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { desktop } from '../api.ts';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  columns: { columns: '2 240px', columnGap: '32px' },
  // Padded: of margins the browser keeps that in the first column only.
  group: { breakInside: 'avoid', paddingTop: '8px' },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '6px 16px',
    alignItems: 'center',
  },
  keys: { margin: 0, display: 'flex', gap: '4px', justifyContent: 'end' },
  key: {
    padding: '0 6px',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const { rows } = words.shortcuts;
  const groups: [string, [string, string][]][] = [
    [
      words.shortcuts.everywhere,
      [
        [rows.palette, 'Ctrl K'],
        [rows.help, '?'],
        [rows.undo, 'Ctrl Z'],
        [rows.redo, 'Ctrl Y'],
        [rows.present, 'Alt P'],
      ],
    ],
    [
      words.shortcuts.wizard,
      [
        [rows.next, 'Alt →'],
        [rows.back, 'Alt ←'],
      ],
    ],
    [
      words.shortcuts.table,
      [
        [rows.move, '← ↑ ↓ →'],
        [rows.tab, 'Tab'],
        [rows.editCell, 'Enter'],
        [rows.leaveCell, 'Esc'],
        [rows.clearCell, 'Del'],
        [rows.paste, 'Ctrl V'],
        [rows.addRow, 'Ctrl Enter'],
        [rows.moveRow, 'Alt ↑ ↓'],
      ],
    ],
  ];
  // The browser keeps these keys for itself.
  if (desktop) {
    groups.push([
      words.shortcuts.app,
      [
        [rows.newProject, 'Ctrl N'],
        [rows.open, 'Ctrl O'],
        [rows.exportProject, 'Ctrl E'],
        [rows.print, 'Ctrl P'],
        [rows.zoom, 'Ctrl + − 0'],
        [rows.settings, 'Ctrl ,'],
        [rows.guide, 'F1'],
        [rows.fullScreen, 'F11'],
      ],
    ]);
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.shortcuts.title}</DialogTitle>
          <DialogContent className={styles.columns}>
            {groups.map(([title, keys]) => (
              <section key={title} className={styles.group}>
                <h3 className={styles.heading}>{title}</h3>
                <dl className={styles.list}>
                  {keys.map(([meaning, combination]) => (
                    <Shortcut key={meaning} meaning={meaning} combination={combination} />
                  ))}
                </dl>
              </section>
            ))}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Shortcut({ meaning, combination }: { meaning: string; combination: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>{meaning}</dt>
      <dd className={styles.keys}>
        {combination.split(' ').map((key) => (
          <kbd className={styles.key} key={key}>
            {key}
          </kbd>
        ))}
      </dd>
    </>
  );
}
