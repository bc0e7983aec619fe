/** A checklist: its sections with how far each is, and its questions to search. */
import { Button, makeStyles, mergeClasses, SearchBox, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { content, type Question } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { useProject } from '../../data/use-project.ts';
import { questionAddress, sectionAddress } from '../../frame/addresses.ts';
import { toneOf, whatIsLeft } from '../../frame/checklist-state.ts';
import { NotFoundPage } from '../../frame/NotFoundPage.tsx';
import { Page } from '../../frame/Page.tsx';
import { Ring } from '../../frame/Ring.tsx';
import { useWords } from '../../words/words.ts';
import { lastPlace } from '../wizard/last-place.ts';
import { type AskedSection, askedSections, isOpen, progressOf } from '../wizard/section-order.ts';

const useStyles = makeStyles({
  summary: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '16px', marginBottom: '20px' },
  percent: {
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  search: { marginInlineStart: 'auto', width: '280px' },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
  },
  item: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  link: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '16px',
    padding: '14px 20px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  found: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  title: { fontWeight: tokens.fontWeightSemibold },
  intro: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  numbers: {
    textAlign: 'end',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  blocked: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

export function ChecklistPage() {
  const { checklist = '' } = useParams();
  return content.checklists.some((one) => one.id === checklist) ? (
    <Sections key={checklist} checklist={checklist} />
  ) : (
    <NotFoundPage />
  );
}

function Sections({ checklist }: { checklist: string }) {
  const styles = useStyles();
  const words = useWords();
  const navigate = useNavigate();
  const project = useProject();
  const contentWords = wordsOf(project.language);
  const [text, setText] = useState('');
  const sought = useDeferredValue(text.trim().toLowerCase());
  const sections = askedSections(project, checklist);
  const progress = project.assessment.readiness.checklists.find((one) => one.checklist === checklist);
  const place = lastPlace(project.id);
  const resumed = sections.find((section) => section.id === place?.section);
  const next =
    resumed ??
    sections.find((section) => section.asked.some((question) => isOpen(project, question))) ??
    sections[0];
  const begun = (progress?.answered ?? 0) > 0;

  const found =
    sought === ''
      ? []
      : sections
          .flatMap((section) => section.asked)
          .filter((question) => matches(question, sought, contentWords));
  return (
    <Page
      title={contentWords.checklists[checklist]?.title ?? checklist}
      intro={contentWords.checklists[checklist]?.intro}
      narrow
      actions={
        next ? (
          <Button
            appearance="primary"
            onClick={() => void navigate(sectionAddress(project.id, checklist, next.id))}
          >
            {begun || resumed ? words.wizard.checklist.continue : words.wizard.checklist.start}
          </Button>
        ) : null
      }
    >
      {progress ? (
        <div className={styles.summary}>
          <Ring percent={progress.percent} tone={toneOf(progress)} size={40} />
          <div>
            <div className={styles.percent}>{words.percentReady(progress.percent)}</div>
            <div className={styles.quiet}>
              {[
                words.wizard.checklist.answered(progress.answered, progress.counted),
                ...whatIsLeft(progress, words),
              ].join(' · ')}
            </div>
          </div>
          <SearchBox
            className={styles.search}
            placeholder={words.wizard.checklist.search}
            aria-label={words.wizard.checklist.search}
            value={text}
            onChange={(_, data) => setText(data.value)}
          />
        </div>
      ) : null}
      {sections.length === 0 ? <p className={styles.quiet}>{words.wizard.checklist.skipped}</p> : null}
      {sought === '' ? (
        <ol className={styles.list} aria-label={words.wizard.checklist.sections}>
          {sections.map((section) => (
            <SectionItem key={section.id} project={project} section={section} />
          ))}
        </ol>
      ) : (
        <>
          <p className={styles.quiet} role="status">
            {words.wizard.checklist.found(found.length)}
          </p>
          {found.length > 0 ? (
            <ul className={styles.list}>
              {found.map((question) => (
                <li key={question.id} className={styles.item}>
                  <Link
                    className={mergeClasses(styles.link, styles.found)}
                    to={questionAddress(project.id, { question: question.id })}
                  >
                    <span>{contentWords.questions[question.id]?.prompt ?? question.id}</span>
                    <span className={styles.numbers}>{contentWords.sections[question.section]?.title}</span>
                  </Link>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </Page>
  );
}

function matches(question: Question, sought: string, contentWords: ReturnType<typeof wordsOf>): boolean {
  const own = contentWords.questions[question.id];
  const haystack = `${own?.prompt ?? question.id} ${own?.hint ?? ''} ${own?.why ?? ''}`.toLowerCase();
  return sought.split(/\s+/).every((word) => haystack.includes(word));
}

function SectionItem({ project, section }: { project: ProjectView; section: AskedSection }) {
  const styles = useStyles();
  const words = useWords();
  const own = wordsOf(project.language).sections[section.id];
  const progress = progressOf(project, section.asked);
  const blocked = progress.blockers > 0;
  return (
    <li className={styles.item}>
      <Link className={styles.link} to={sectionAddress(project.id, section.checklist, section.id)}>
        <Ring percent={progress.percent} tone={toneOf(progress)} size={20} />
        <span>
          <div className={styles.title}>{own?.title ?? section.id}</div>
          <div className={styles.intro}>{own?.intro}</div>
        </span>
        <span className={styles.numbers}>
          {whatIsLeft(progress, words).map((phrase, index) => (
            <div key={phrase} className={mergeClasses(blocked && index === 0 && styles.blocked)}>
              {phrase}
            </div>
          ))}
        </span>
      </Link>
    </li>
  );
}
