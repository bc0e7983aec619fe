/** Offers the table of services what other answers have named already: one press, and only the paths are left to say. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { valuesOf } from '../../shared/content/conditions.ts';
import { content } from '../../shared/content/content.ts';
import { namedServices } from '../../shared/content/named-services.ts';
import { wordsOf } from '../../shared/content/words.ts';
import { useProject } from '../data/use-project.ts';
import { useWords } from '../words/words.ts';
import type { GridRowData } from './use-table-rows.ts';

const useStyles = makeStyles({
  offer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '6px 10px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

type NamedServicesProps = {
  rows: readonly GridRowData[];
  onAdd: (services: readonly string[]) => void;
};

export function NamedServices({ rows, onAdd }: NamedServicesProps) {
  const styles = useStyles();
  const words = useWords();
  const project = useProject();
  const isCalled = valuesOf(content, project, 'scope.services.outbound').includes('yes');
  const left = namedServices(valuesOf(content, project, 'scope.services.used'), isCalled).filter(
    (service) => !rows.some(({ cells }) => cells.service === service),
  );
  if (left.length === 0) return null;
  const labels = wordsOf(words.language).tables.services?.columns.service?.options;
  return (
    <div className={styles.offer}>
      <span>{words.grid.named(left.map((service) => labels?.[service] ?? service).join(', '))}</span>
      <Button size="small" appearance="primary" onClick={() => onAdd(left)}>
        {words.grid.addNamed(left.length)}
      </Button>
    </div>
  );
}
