/** The one place that screen readers listen to for what happened on the page. */
import { makeStyles } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { announcements } from '../data/announce.ts';
import { unseen } from './unseen.ts';

// At the top: below a page as high as the window it would make the window scroll.
const useStyles = makeStyles({ unseen: { ...unseen, top: 0 } });

export function Announcements() {
  const styles = useStyles();
  const latest = useSyncExternalStore(announcements.subscribe, announcements.latest);
  return (
    <div role="status" aria-atomic="false" className={styles.unseen}>
      {latest.map(({ text, turn }) => (
        <p key={turn}>{text}</p>
      ))}
    </div>
  );
}
