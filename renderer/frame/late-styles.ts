/** What stands below something that is still being asked for comes with it, and not before: nothing moves under the reader's eyes. */
import { makeStyles } from '@fluentui/react-components';

export const useLateStyles = makeStyles({
  late: { '&[aria-busy="true"] ~ *': { display: 'none' } },
  /** The same for a card around it. */
  around: { '&:has(> [aria-busy="true"]) ~ *': { display: 'none' } },
});
