/** One item of an imported checklist: what it asks, how grave it is, its status and comment, and where to read on. */
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useEffect, useId, useRef, useState } from 'react';
import type { InputOf } from '../../../shared/contract.ts';
import type { ReviewItem } from '../../../shared/review-checklist/imported.ts';
import { useShowItem } from '../../data/use-checklist.ts';
import { NoteField } from '../../fields/NoteField.tsx';
import { SeverityBadge } from '../../frame/SeverityBadge.tsx';
import { takeFocus } from '../../frame/take-focus.ts';
import { useWords } from '../../words/words.ts';
import { ItemAnswer } from './ItemAnswer.tsx';

const useStyles = makeStyles({
  card: {
    padding: '14px 18px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: '12px' },
  text: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' },
  },
  quiet: {
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', marginTop: '10px' },
  comment: { marginTop: '8px' },
  chip: {
    flexShrink: 0,
    padding: '0 8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    maxWidth: '12em',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  high: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  medium: {
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  low: {},
});

type ItemCardProps = {
  checklist: string;
  item: ReviewItem;
  /** Somebody followed a link to it. */
  wanted: boolean;
};

/** Drawn anew only when its own item has changed: there are many. */
export const ItemCard = memo(function ItemCard({ checklist, item, wanted }: ItemCardProps) {
  const styles = useStyles();
  const words = useWords();
  const own = words.imported;
  const show = useShowItem(checklist);
  const textId = useId();
  const [isCommenting, setCommenting] = useState(false);
  // A comment that is emptied keeps its field, or whoever empties it would lose the place.
  const [hadComment] = useState(item.comment !== '');
  const hasField = item.comment !== '' || isCommenting || hadComment;
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (wanted && text.current) takeFocus(text.current);
  }, [wanted]);
  const severity = item.severity === null ? item.severityName : own.severities[item.severity];
  // Review checklists grade otherwise than we do; what is called by one of our names looks like ours.
  const ownGrade = item.severity === null ? item.grade : null;
  const about = [item.subcategory, ...item.about].filter(Boolean).join(' · ');
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <p className={styles.text} id={textId} ref={text} tabIndex={-1}>
          {item.text}
        </p>
        {ownGrade ? <SeverityBadge severity={ownGrade} /> : null}
        {severity === '' || ownGrade ? null : (
          <span className={mergeClasses(styles.chip, item.severity !== null && styles[item.severity])}>
            {severity}
          </span>
        )}
      </div>
      {item.description === '' ? null : <p className={styles.quiet}>{item.description}</p>}
      {about === '' ? null : <p className={styles.quiet}>{about}</p>}
      <div className={styles.foot}>
        <ItemAnswer checklist={checklist} item={item} />
        {!hasField ? (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => setCommenting(true)}
            aria-describedby={textId}
          >
            {own.addComment}
          </Button>
        ) : null}
        {item.link === null ? null : (
          <Link
            href={item.link}
            target="_blank"
            rel="noreferrer"
            aria-label={own.opensOutside(own.link, item.text)}
          >
            {own.link}
          </Link>
        )}
        {item.training === null ? null : (
          <Link
            href={item.training}
            target="_blank"
            rel="noreferrer"
            aria-label={own.opensOutside(own.training, item.text)}
          >
            {own.training}
          </Link>
        )}
      </div>
      {!hasField ? null : (
        <div className={styles.comment}>
          <NoteField
            place={{
              key: `comment/${checklist}/${item.id}`,
              stored: item.comment,
              write: (comment) => {
                show(item.id, { comment });
                return { name: 'checklist.setItem', input: { checklist, item: item.id, comment } };
              },
              read: (input) => (input as InputOf<'checklist.setItem'>).comment ?? item.comment,
            }}
            label={own.commentOf(item.text)}
            placeholder={own.comment}
            takeFocus={isCommenting}
          />
        </div>
      )}
    </li>
  );
});
