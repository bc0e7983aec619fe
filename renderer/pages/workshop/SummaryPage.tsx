/** What came of a workshop, as it will be written, and every format to take it away in. */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { workshopFormats } from '../../../shared/document/formats.ts';
import type { Workshop } from '../../../shared/project/workshop.ts';
import { useProject } from '../../data/use-project.ts';
import { ask } from '../../data/use-workspace.ts';
import { newWorkshop, workshopAddress, workshopsAddress } from '../../frame/addresses.ts';
import { LoadFailure } from '../../frame/LoadFailure.tsx';
import { Page } from '../../frame/Page.tsx';
import { useExportWorkshop } from '../../frame/use-export.ts';
import { useWords } from '../../words/words.ts';
import { PlanPart } from '../plan/PlanPart.tsx';
import { PageLink } from './PageLink.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: '14px' },
  actions: { display: 'flex', gap: '8px' },
});

export function SummaryPage({ id, workshop }: { id: string; workshop: Workshop }) {
  const styles = useStyles();
  const words = useWords().workshop;
  const project = useProject();
  const navigate = useNavigate();
  const exportWorkshop = useExportWorkshop();
  const summary = useQuery({
    queryKey: ['workshop', project.id, id, project.saved.changes],
    queryFn: () => ask('workshop.build', { project: project.id, id }),
  });
  return (
    <Page
      title={workshop.name}
      above={<PageLink to={workshopsAddress(project.id)}>{words.all}</PageLink>}
      intro={words.setup.ended}
      narrow
      actions={
        <div className={styles.actions}>
          <Button onClick={() => void navigate(workshopAddress(project.id, newWorkshop))}>
            {words.setup.again}
          </Button>
          <Menu positioning="below-end">
            <MenuTrigger disableButtonEnhancement>
              <Button appearance="primary">{words.setup.export}</Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {workshopFormats.map((format) => (
                  <MenuItem key={format} onClick={() => exportWorkshop(project.id, { id, format })}>
                    {words.setup.formats[format]}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        </div>
      }
    >
      {summary.isError ? <LoadFailure error={summary.error} onRetry={() => void summary.refetch()} /> : null}
      <div className={styles.parts} aria-busy={summary.isLoading}>
        {summary.data?.parts.map((part) => (
          <PlanPart key={part.id} part={part} />
        ))}
      </div>
    </Page>
  );
}
