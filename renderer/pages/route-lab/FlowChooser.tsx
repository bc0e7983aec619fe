/** The list of flows behind a button, and the flow before and after: for a window with no room beside the picture. */
import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { ChevronDownRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { RouteFlow } from '../../../shared/network/route-trace.ts';
import { useWords } from '../../words/words.ts';
import { FlowList } from './FlowList.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexShrink: 0, gap: '4px' },
  surface: { padding: 0 },
  list: {
    width: '360px',
    maxWidth: 'calc(100vw - 48px)',
    height: 'min(70vh, 520px)',
    boxSizing: 'border-box',
  },
});

type FlowChooserProps = {
  flows: readonly RouteFlow[];
  chosen: RouteFlow;
  onChoose: (id: string) => void;
};

export function FlowChooser({ flows, chosen, onChoose }: FlowChooserProps) {
  const styles = useStyles();
  const words = useWords().routeLab.flows;
  const [isOpen, setOpen] = useState(false);
  const place = flows.findIndex(({ id }) => id === chosen.id);
  const step = (by: 1 | -1, label: string, icon: React.JSX.Element) => {
    const to = flows[place + by];
    return (
      <Tooltip content={label} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={icon}
          disabledFocusable={to === undefined}
          onClick={() => (to ? onChoose(to.id) : undefined)}
        />
      </Tooltip>
    );
  };
  return (
    <div className={styles.row}>
      {step(-1, words.before, <ChevronLeftRegular />)}
      {step(1, words.after, <ChevronRightRegular />)}
      <Popover positioning="below-end" trapFocus open={isOpen} onOpenChange={(_, data) => setOpen(data.open)}>
        <PopoverTrigger disableButtonEnhancement>
          <Button size="small" icon={<ChevronDownRegular />} iconPosition="after">
            {words.choose}
          </Button>
        </PopoverTrigger>
        <PopoverSurface className={styles.surface} aria-label={words.label}>
          <FlowList
            className={styles.list}
            flows={flows}
            chosen={chosen}
            onChoose={onChoose}
            onPicked={() => setOpen(false)}
          />
        </PopoverSurface>
      </Popover>
    </div>
  );
}
