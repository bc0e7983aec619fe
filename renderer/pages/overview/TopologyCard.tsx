/** The network as the answers draw it: small on the overview, large in a dialog, with the way to what is still empty. */
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
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { TableId } from '../../../shared/content/tables.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import { drawTopology } from '../../../shared/diagram/draw-topology.ts';
import { questionOfTable, readerOf } from '../../../shared/document/context.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { referenceInUse } from '../../data/reference-in-use.ts';
import { useSettings } from '../../data/use-workspace.ts';
import { questionAddress } from '../../frame/addresses.ts';
import { svgAddress } from '../../frame/svg-address.ts';
import { useTheme } from '../../frame/theme.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { OverviewCard } from './OverviewCard.tsx';

const useStyles = makeStyles({
  card: { gridColumnStart: 1, gridColumnEnd: -1 },
  open: {
    display: 'block',
    width: '100%',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    cursor: 'zoom-in',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  small: {
    display: 'block',
    width: 'auto',
    height: 'auto',
    maxWidth: '100%',
    maxHeight: '760px',
    margin: '0 auto',
  },
  surface: { width: 'max-content', maxWidth: '96vw' },
  scroll: { overflow: 'auto', maxHeight: '80vh' },
  large: { display: 'block' },
  quiet: { margin: '0 0 12px', color: tokens.colorNeutralForeground3 },
  links: { margin: '12px 0 0', display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px' },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
});

/** What the picture is made of before all else. */
const drawn: readonly TableId[] = ['sites', 'edges', 'circuits', 'environments'];

export function TopologyCard({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const theme = useTheme(useSettings().data?.theme ?? 'system').name;
  const reference = referenceInUse();
  const picture = useMemo(
    () =>
      drawTopology(readerOf({ view: project, today: isoDay(Date.now()), reference }), project.language, {
        theme,
      }),
    [project, reference, theme],
  );
  const source = svgAddress(picture.svg);
  const empty = drawn.filter(
    (table) =>
      (project.tables[table] ?? []).length === 0 &&
      project.assessment.visible.includes(questionOfTable(table)),
  );
  const tableWords = wordsOf(project.language).tables;
  return (
    <OverviewCard title={words.overview.topology} className={styles.card}>
      {empty.length === drawn.length ? <p className={styles.quiet}>{words.overview.topologyEmpty}</p> : null}
      <button
        type="button"
        className={styles.open}
        aria-label={words.overview.topologyOpen}
        aria-description={picture.alt}
        onClick={() => setOpen(true)}
      >
        <img
          className={styles.small}
          src={source}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
        />
      </button>
      {empty.length > 0 ? (
        <p className={styles.links}>
          <span>{words.overview.topologyMissing}</span>
          {empty.map((table) => (
            <Link
              key={table}
              className={styles.link}
              to={questionAddress(project.id, { question: questionOfTable(table) })}
            >
              {tableWords[table]?.title ?? table}
            </Link>
          ))}
        </p>
      ) : null}
      <Dialog open={isOpen} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogSurface className={styles.surface}>
          <DialogBody>
            <DialogTitle>{words.overview.topology}</DialogTitle>
            <DialogContent>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
              {/* biome-ignore lint/a11y/useSemanticElements: a picture that scrolls is no set of fields */}
              <div className={styles.scroll} role="group" tabIndex={0} aria-label={words.overview.topology}>
                <img
                  className={styles.large}
                  src={source}
                  alt={picture.alt}
                  width={picture.width}
                  height={picture.height}
                />
              </div>
            </DialogContent>
            <DialogActions>
              <Button onClick={() => setOpen(false)}>{words.close}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </OverviewCard>
  );
}
