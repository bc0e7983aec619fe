/** A card of the Guide. The one that an address names is scrolled to and has the focus. */
import { type ReactNode, useEffect, useRef } from 'react';
import { RichText } from '../../frame/RichText.tsx';
import { takeFocus } from '../../frame/take-focus.ts';
import { useGuideStyles } from './guide-styles.ts';

type EntryCardProps = {
  id?: string;
  title: string;
  badge?: ReactNode;
  /** Under what heading the cards stand decides theirs. */
  heading?: 'h2' | 'h3';
  isNamed: boolean;
  children: ReactNode;
};

export function EntryCard({ id, title, badge, heading: Heading = 'h2', isNamed, children }: EntryCardProps) {
  const styles = useGuideStyles();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isNamed || !card.current) return;
    card.current.scrollIntoView({ block: 'start' });
    takeFocus(card.current);
  }, [isNamed]);
  return (
    <li ref={card} className={styles.card} tabIndex={isNamed ? -1 : undefined}>
      <div className={styles.head}>
        {id === undefined ? null : <span className={styles.id}>{id}</span>}
        <Heading className={styles.title}>
          <RichText text={title} />
        </Heading>
        {badge}
      </div>
      {children}
    </li>
  );
}
