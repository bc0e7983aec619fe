/** The evidence a project keeps: what it is about, how old it is, whether it still counts, and which answers rest on it. */
import { Button, makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'react-router';
import { lastDayOf } from '../../../shared/assess/evidence.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { Attachment } from '../../../shared/project/paths.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { call } from '../../api.ts';
import { bytesOf } from '../../data/base64.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { findingsAddress, questionAddress } from '../../frame/addresses.ts';
import { useSaveFile } from '../../frame/use-save-file.ts';
import { fileSize, isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { ProofAge } from '../wizard/ProofAge.tsx';
import { AboutFields, hasAbout } from './AboutFields.tsx';
import { KeptPac } from './KeptPac.tsx';

const useStyles = makeStyles({
  group: { marginTop: '28px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', marginBottom: '10px' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  card: {
    padding: '12px 20px 14px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
  },
  stale: {
    paddingInlineStart: '17px',
    borderInlineStartWidth: '4px',
    borderInlineStartColor: tokens.colorStatusWarningBorderActive,
  },
  top: { display: 'flex', alignItems: 'flex-start', gap: '12px' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '2px 12px',
    minWidth: 0,
    flexGrow: 1,
  },
  kind: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: {
    padding: 0,
    minHeight: '24px',
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorBrandForegroundLink,
    background: 'none',
    border: 'none',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', flexShrink: 0, gap: '4px' },
  about: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 16px', margin: '4px 0 0' },
  age: { paddingBlock: '3px' },
  supports: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '0 12px',
    margin: '6px 0 0',
    fontSize: tokens.fontSizeBase200,
  },
  link: {
    display: 'inline-block',
    lineHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  contradicts: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
});

type Piece = { id: string; attachment: Attachment; isStale: boolean };

/** What has run out comes first, then the newest. */
function piecesOf({ attachments }: ProjectView, today: string): Piece[] {
  const pieces = Object.entries(attachments).map(([id, attachment]): Piece => {
    const lastDay = lastDayOf(attachment);
    return { id, attachment, isStale: lastDay !== undefined && lastDay < today };
  });
  return pieces.sort(
    (one, other) =>
      Number(other.isStale) - Number(one.isStale) ||
      (other.attachment.taken ?? '').localeCompare(one.attachment.taken ?? '') ||
      one.attachment.name.localeCompare(other.attachment.name),
  );
}

type OnReadAgain = (id: string, name: string) => void;

export function KeptList({ onReadAgain }: { onReadAgain: OnReadAgain }) {
  const styles = useStyles();
  const own = useWords().evidence;
  const project = useProject();
  const [onlyStale, setOnlyStale] = useState(false);
  const pieces = piecesOf(project, isoDay(Date.now()));
  const stale = pieces.filter(({ isStale }) => isStale);
  const shown = onlyStale && stale.length > 0 ? stale : pieces;
  if (pieces.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby="evidence-kept">
      <div className={styles.head}>
        <h2 className={styles.heading} id="evidence-kept">
          {own.kept}
        </h2>
        <span className={styles.count}>{own.keptCount(pieces.length)}</span>
        {stale.length > 0 ? (
          <Switch
            label={own.onlyStale(stale.length)}
            checked={onlyStale}
            onChange={(_, data) => setOnlyStale(data.checked)}
          />
        ) : null}
      </div>
      <ul className={styles.list}>
        {shown.map((piece) => (
          <li key={piece.id}>
            <KeptCard {...piece} onReadAgain={onReadAgain} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KeptCard({ id, attachment, isStale, onReadAgain }: Piece & { onReadAgain: OnReadAgain }) {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence;
  const project = useProject();
  const send = useSend();
  const notices = useNotices();
  const save = useSaveFile();
  const head = project.evidence[id];
  const { name, size, taken } = attachment;
  const proves = Object.keys(project.proofs).filter((question) => project.proofs[question]?.includes(id));
  const contradicts = project.assessment.findings.filter(
    ({ rule, evidence }) => rule === 'evidence.contested' && evidence?.includes(id),
  ).length;
  const prompts = wordsOf(project.language).questions;

  const open = async () => {
    const reply = await call('attachment.get', { project: project.id, id });
    if (reply.ok) await save(reply.value.name, bytesOf(reply.value.content), 'application/octet-stream');
    else notices.fail(reply.error);
  };
  const remove = async () => {
    const reply = await send('attachment.remove', { id });
    if (reply.ok) notices.done(own.removed(name), reply.value);
    else notices.fail(reply.error);
  };
  const describe = (change: Partial<{ link: 'primary' | 'secondary' | null; about: object }>) =>
    void send(
      'evidence.describe',
      { id, link: head?.link ?? null, about: head?.about ?? {}, ...change },
      { key: `evidence/${id}`, repeatable: true },
    );
  return (
    <article className={mergeClasses(styles.card, isStale && styles.stale)}>
      <div className={styles.top}>
        <div className={styles.line}>
          <h3 className={styles.kind}>{head ? own.kinds[head.kind] : own.file}</h3>
          <button
            type="button"
            className={styles.name}
            aria-label={own.open(name)}
            onClick={() => void open()}
          >
            {name}
          </button>
          <span className={styles.quiet}>
            {[fileSize(size), head ? own.records(head.counts.records) : '', ageOf(taken, own)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <span className={styles.buttons}>
          <Button
            size="small"
            appearance="subtle"
            aria-label={own.readAgainOf(name)}
            onClick={() => onReadAgain(id, name)}
          >
            {own.again}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={own.removeOf(name)}
            onClick={() => void remove()}
          >
            {own.remove}
          </Button>
        </span>
      </div>
      <div className={styles.about}>
        {head && hasAbout(head.kind) ? (
          <AboutFields
            kind={head.kind}
            about={head.about ?? {}}
            link={head.link}
            onAbout={(about) => describe({ about })}
            onLink={(link) => describe({ link: link ?? null })}
          />
        ) : null}
        <div className={styles.age}>
          <ProofAge id={id} attachment={attachment} />
        </div>
      </div>
      {head?.kind === 'pac' ? <KeptPac id={id} name={name} /> : null}
      <p className={styles.supports}>
        {proves.length === 0 ? (
          <span className={styles.quiet}>{own.supportsNothing}</span>
        ) : (
          <span>{own.supports}:</span>
        )}
        {proves.map((question) => (
          <Link key={question} className={styles.link} to={questionAddress(project.id, { question })}>
            {prompts[question]?.prompt ?? question}
          </Link>
        ))}
        {contradicts > 0 ? (
          <Link className={mergeClasses(styles.link, styles.contradicts)} to={findingsAddress(project.id)}>
            {own.contradicts(contradicts)}
          </Link>
        ) : null}
      </p>
    </article>
  );
}

function ageOf(taken: string | undefined, own: { age: (days: number) => string }): string {
  const at = taken === undefined ? Number.NaN : Date.parse(taken);
  if (Number.isNaN(at)) return '';
  const today = Date.parse(isoDay(Date.now()));
  return own.age(Math.max(0, Math.round((today - at) / 86_400_000)));
}
