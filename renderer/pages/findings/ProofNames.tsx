/** The pieces of evidence that a finding follows from, as a link to where they are kept. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { useProject } from '../../data/use-project.ts';
import { evidenceAddress } from '../../frame/addresses.ts';

const useStyles = makeStyles({
  link: {
    display: 'inline-block',
    lineHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
});

export function ProofNames({ ids }: { ids: readonly string[] }) {
  const styles = useStyles();
  const { id: project, attachments } = useProject();
  const names = ids.flatMap((id) => attachments[id]?.name ?? []);
  return (
    <Link className={styles.link} to={evidenceAddress(project)}>
      {names.join(', ')}
    </Link>
  );
}
