/** The handbook, a chapter at a time: how the work is done with Onramp. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Block, Piece } from '../../../shared/guide/handbook.ts';
import { useOptionalProject } from '../../data/use-project.ts';
import { guideAddress } from '../../frame/addresses.ts';
import { useWords } from '../../words/words.ts';
import { Columns } from './Columns.tsx';
import { chaptersOf, pictureAddress } from './chapters.ts';

const useStyles = makeStyles({
  page: {
    maxWidth: '80ch',
    padding: '8px 28px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  title: {
    margin: '16px 0 4px',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  part: {
    margin: '24px 0 4px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '8px 0', textWrap: 'pretty' },
  list: { margin: '8px 0', paddingInlineStart: '24px' },
  item: { marginBottom: '6px' },
  code: {
    padding: '0 4px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '0.92em',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
  },
  block: {
    margin: '8px 0',
    padding: '10px 14px',
    overflowX: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  picture: {
    display: 'block',
    maxWidth: '100%',
    margin: '12px 0',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { margin: '8px 0', borderCollapse: 'collapse' },
  cell: {
    padding: '5px 16px 5px 0',
    textAlign: 'start',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export function Handbook({ entry }: { entry: string | undefined }) {
  const styles = useStyles();
  const { guide: words, language } = useWords();
  const chapters = chaptersOf(language);
  const project = useOptionalProject();
  const chapter = chapters.find(({ id }) => id === entry) ?? chapters[0];
  if (!chapter) return null;
  return (
    <Columns
      label={words.chapters}
      links={chapters.map(({ id, title }) => ({
        key: id,
        title,
        to: guideAddress(project?.id, { view: 'handbook', entry: id }),
        isCurrent: id === chapter.id,
      }))}
    >
      <article className={styles.page} aria-labelledby="handbook-chapter">
        <h2 className={styles.title} id="handbook-chapter">
          {chapter.title}
        </h2>
        {chapter.blocks.map((block, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a chapter never change places.
          <Shown key={place} block={block} />
        ))}
      </article>
    </Columns>
  );
}

function Shown({ block }: { block: Block }) {
  const styles = useStyles();
  const id = useId();
  if (block.kind === 'heading') return <h3 className={styles.part}>{block.text}</h3>;
  if (block.kind === 'code') return <pre className={styles.block}>{block.text}</pre>;
  if (block.kind === 'picture')
    return <img className={styles.picture} src={pictureAddress(block.name)} alt={block.says} />;
  if (block.kind === 'table')
    return (
      // What its columns are called is what it is about.
      <table className={styles.table} aria-labelledby={id}>
        <thead id={id}>
          <tr>
            {block.head.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places.
              <th key={place} className={styles.cell} scope="col">
                <Pieces pieces={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never change places.
            <tr key={line}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places.
                <td key={place} className={styles.cell}>
                  <Pieces pieces={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      <List className={styles.list}>
        {block.items.map((pieces, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items never change places.
          <li key={place} className={styles.item}>
            <Pieces pieces={pieces} />
          </li>
        ))}
      </List>
    );
  }
  return (
    <p className={styles.text}>
      <Pieces pieces={block.pieces} />
    </p>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const styles = useStyles();
  return pieces.map(({ kind, text }, place) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places.
    if (kind === 'strong') return <strong key={place}>{text}</strong>;
    if (kind === 'code')
      return (
        <code key={place} className={styles.code}>
          {text}
        </code>
      );
    return <span key={place}>{text}</span>;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places.
  });
}
