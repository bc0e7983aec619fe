/** A section of a checklist: its questions in one column, what belongs to the current one beside them. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { content } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import { useStoredChoice } from '../../data/stored-choice.ts';
import { useProject } from '../../data/use-project.ts';
import type { ProjectTables } from '../../fields/choices.ts';
import { checklistAddress, findingsAddress, sectionAddress } from '../../frame/addresses.ts';
import { Hint } from '../../frame/Hint.tsx';
import { NotFoundPage } from '../../frame/NotFoundPage.tsx';
import { Page } from '../../frame/Page.tsx';
import { takeFocus } from '../../frame/take-focus.ts';
import { isWideTable } from '../../table/grid-columns.ts';
import { useWords } from '../../words/words.ts';
import { AboutPane } from './AboutPane.tsx';
import { useOpenActions } from './actions-by-question.ts';
import { useFindingsByQuestion } from './findings-by-question.ts';
import { lastPlace, rememberPlace } from './last-place.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { SectionFoot } from './SectionFoot.tsx';
import { askedSections, isOpen, questionsOf } from './section-order.ts';
import { cardId, useQuestionInView } from './use-question-in-view.ts';

const useStyles = makeStyles({
  // Beside the explanations there is no need for a second way to them.
  beside: { '@media (min-width: 1181px)': { '& .about-toggle': { display: 'none' } } },
  // Where there is no room for the explanations, there is nothing to choose.
  width: { '@media (max-width: 1180px)': { display: 'none' } },
  cards: { display: 'flex', flexDirection: 'column', gap: '14px' },
  above: { color: 'inherit', textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
  none: { color: tokens.colorNeutralForeground3 },
});

const noTables: ProjectTables = {};
const noProofs: readonly string[] = [];
const nothing: readonly never[] = [];

export function SectionPage() {
  const { checklist = '', section = '' } = useParams();
  const known = content.sections.get(section);
  if (!known || known.checklist !== checklist) return <NotFoundPage />;
  // A new section is a new page: nothing of the old one's state may stay.
  return <SectionQuestions key={section} checklist={checklist} section={section} />;
}

function SectionQuestions({ checklist, section }: { checklist: string; section: string }) {
  const styles = useStyles();
  const words = useWords();
  const navigate = useNavigate();
  const project = useProject();
  const contentWords = wordsOf(project.language);
  const [address] = useSearchParams();
  const [width, setWidth] = useStoredChoice('onramp.wizard.width', ['wide', 'normal']);
  const findings = useFindingsByQuestion(project.assessment.findings);
  const actions = useOpenActions(project.actions);
  const visible = useMemo(() => new Set(project.assessment.visible), [project.assessment.visible]);
  const all = askedSections(project);
  const own = content.sections.get(section);
  const asked = own ? questionsOf(own, visible) : [];
  // Without a wide table there is nothing to gain by doing without the explanations.
  const mayBeWide = asked.some((question) => question.table !== undefined && isWideTable(question.table));
  const wide = mayBeWide && width === 'wide';
  const ofChecklist = all.filter((one) => one.checklist === checklist);
  const index = all.findIndex((one) => one.id === section);
  const previous = all[index - 1];
  const next = all[index + 1];
  const open = asked.filter((question) => isOpen(project, question));

  const wanted = address.get('question');
  const wantedRow = address.get('row');
  const wantedColumn = address.get('column');
  const target = useMemo(
    () => (wantedRow === null ? null : { row: wantedRow, column: wantedColumn }),
    [wantedRow, wantedColumn],
  );
  const [current, setCurrent] = useState<string | undefined>(() => wanted ?? asked[0]?.id);
  const currentQuestion = asked.find((question) => question.id === current) ?? asked[0];

  const onCurrent = useCallback(
    (question: string) => {
      setCurrent(question);
      rememberPlace(project.id, { checklist, section, question });
    },
    [project.id, checklist, section],
  );
  useEffect(() => {
    if (lastPlace(project.id)?.section !== section) rememberPlace(project.id, { checklist, section });
  }, [project.id, checklist, section]);
  useQuestionInView(setCurrent);

  useFocusOn(wanted ?? undefined, wantedRow === null);

  const goNext = useCallback(
    () =>
      void navigate(next ? sectionAddress(project.id, next.checklist, next.id) : findingsAddress(project.id)),
    [navigate, next, project.id],
  );
  const goBack = useCallback(
    () =>
      void navigate(
        previous
          ? sectionAddress(project.id, previous.checklist, previous.id)
          : checklistAddress(project.id, checklist),
      ),
    [navigate, previous, project.id, checklist],
  );
  useSectionKeys(goNext, goBack);

  const title = contentWords.sections[section]?.title ?? section;
  const place = ofChecklist.findIndex((one) => one.id === section) + 1;
  const checklistTitle = contentWords.checklists[checklist]?.title ?? checklist;
  return (
    <Page
      title={title}
      above={
        <Link className={styles.above} to={checklistAddress(project.id, checklist)}>
          {place > 0 ? words.wizard.sectionOf(checklistTitle, place, ofChecklist.length) : checklistTitle}
        </Link>
      }
      intro={contentWords.sections[section]?.intro}
      keepFocus={wanted !== null}
      actions={
        mayBeWide ? (
          <Button className={styles.width} onClick={() => setWidth(wide ? 'normal' : 'wide')}>
            {wide ? words.wizard.narrow : words.wizard.wide}
          </Button>
        ) : null
      }
      aside={wide ? undefined : <AboutPane question={currentQuestion} />}
    >
      <Hint id="wizard" />
      <div className={mergeClasses(styles.cards, !wide && styles.beside)}>
        {asked.length === 0 ? <p className={styles.none}>{words.wizard.nothingAsked}</p> : null}
        {asked.map((question) => (
          <QuestionCard
            key={question.id}
            question={question}
            answer={project.answers[question.id]}
            note={project.notes[question.id] ?? ''}
            review={project.reviews[question.id]}
            proofs={project.proofs[question.id] ?? noProofs}
            update={
              project.contentUpdate.reworded[question.id] ??
              (project.contentUpdate.added.includes(question.id) ? 'added' : undefined)
            }
            findings={findings[question.id] ?? nothing}
            actions={actions[question.id] ?? nothing}
            tables={question.kind === 'table' ? project.tables : noTables}
            current={question.id === currentQuestion?.id}
            target={question.id === wanted ? target : null}
            onCurrent={onCurrent}
          />
        ))}
        <SectionFoot
          asked={asked}
          open={open}
          previous={previous}
          next={next}
          onBack={goBack}
          onNext={goNext}
        />
      </div>
    </Page>
  );
}

/** Puts the focus on the question a link named; a row in a table is found by the grid itself. */
function useFocusOn(question: string | undefined, wholeQuestion: boolean): void {
  const done = useRef<string>(undefined);
  useEffect(() => {
    if (question === undefined || done.current === question) return;
    const card = document.getElementById(cardId(question));
    if (!card) return;
    done.current = question;
    card.scrollIntoView({ block: 'start' });
    if (!wholeQuestion) return;
    const field = card.querySelector<HTMLElement>(
      'input:checked, input:not([type="file"]), textarea, [role="grid"] [tabindex="0"]',
    );
    const place = field ?? card.querySelector<HTMLElement>('h2');
    if (place) takeFocus(place);
  });
}

function useSectionKeys(goNext: () => void, goBack: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
      if (event.key === 'ArrowRight') goNext();
      else if (event.key === 'ArrowLeft') goBack();
      else return;
      // The browser would go back in its own history.
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [goNext, goBack]);
}
