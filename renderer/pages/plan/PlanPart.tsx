/** One part of the plan on screen, block by block; links lead to the questions and findings it rests on. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { wordsOf } from '../../../shared/content/words.ts';
import { originName } from '../../../shared/document/anchors.ts';
import type { Block, Part, Run, Section, Target, Text } from '../../../shared/document/blocks.ts';
import { visibleText } from '../../../shared/document/visible-text.ts';
import { useProject } from '../../data/use-project.ts';
import { findingsAddress, questionAddress } from '../../frame/addresses.ts';
import { svgAddress } from '../../frame/svg-address.ts';
import { usePlanStyles } from './plan-styles.ts';

const useStyles = makeStyles({
  part: {
    padding: '20px 24px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    scrollMarginTop: '12px',
    minWidth: 0,
  },
});

export function PlanPart({ part }: { part: Part }) {
  const styles = useStyles();
  const plan = usePlanStyles();
  return (
    <section className={styles.part} id={`plan-${part.id}`} tabIndex={-1} aria-label={part.title}>
      <h2 className={plan.title}>{part.title}</h2>
      <Blocks blocks={part.blocks} />
      {part.sections.map((section) => (
        <PlanSection key={section.id} section={section} level={3} />
      ))}
    </section>
  );
}

function PlanSection({ section, level }: { section: Section; level: number }) {
  const plan = usePlanStyles();
  const Heading = level === 3 ? 'h3' : level === 4 ? 'h4' : 'h5';
  return (
    <>
      <Heading className={level === 3 ? plan.section : plan.subsection}>{section.title}</Heading>
      <Blocks blocks={section.blocks} />
      {(section.sections ?? []).map((inner) => (
        <PlanSection key={inner.id} section={inner} level={level + 1} />
      ))}
    </>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  // Blocks have no ids of their own and never move: their place is their name.
  // biome-ignore lint/suspicious/noArrayIndexKey: for just that reason
  return blocks.map((block, place) => <PlanBlock key={place} block={block} />);
}

function PlanBlock({ block }: { block: Block }) {
  const plan = usePlanStyles();
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={plan.text}>
          <Words text={block.text} />
          <From targets={block.from} />
        </p>
      );
    case 'open':
      return (
        <p className={mergeClasses(plan.text, plan.open)}>
          <Words text={block.text} />
          <From targets={block.from} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={plan.list}>
          {block.items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no ids and never move
            <li key={place}>
              <Words text={item.text} />
              <From targets={item.from} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <PlanTable block={block} />;
    case 'callout':
      return (
        <div className={mergeClasses(plan.callout, plan[block.tone])} role="note">
          <strong>
            <Words text={block.title} />
          </strong>
          <p className={plan.text}>
            <Words text={block.text} />
            <From targets={block.from} />
          </p>
        </div>
      );
    case 'pairs':
      return (
        <dl className={plan.pairs}>
          {block.pairs.map(({ name, value, note }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pairs have no ids and never move
            <Fragment key={place}>
              <dt>
                <Words text={name} />
              </dt>
              <dd>
                <Words text={value} /> {note && <Words text={note} />}
              </dd>
            </Fragment>
          ))}
        </dl>
      );
    case 'figure':
      return (
        <figure className={plan.figure}>
          <img src={svgAddress(block.svg)} alt={block.alt} width={block.width} height={block.height} />
          <figcaption>
            {block.caption} <From targets={block.from} />
          </figcaption>
        </figure>
      );
    case 'code':
      return (
        <figure className={plan.code}>
          <figcaption>{block.caption}</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
          <pre tabIndex={0}>{visibleText(block.code)}</pre>
        </figure>
      );
  }
}

function PlanTable({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const plan = usePlanStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    // biome-ignore lint/a11y/useSemanticElements: a table is no set of fields, and no landmark either
    <div className={plan.scroll} role="group" tabIndex={0} aria-label={block.caption}>
      <table className={plan.table}>
        <caption>
          {block.caption} <From targets={block.from} />
        </caption>
        <thead>
          <tr>
            {block.columns.map((column) => (
              <th key={column.title} scope="col" className={column.align === 'end' ? plan.end : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no ids and never move
            <tr key={line}>
              {row.map((cell, place) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column's
                  key={place}
                  className={mergeClasses(
                    block.columns[place]?.align === 'end' && plan.end,
                    cell.tone !== undefined && plan[`${cell.tone}Text`],
                    isDay(cell.text) && plan.day,
                  )}
                >
                  <Words text={cell.text} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A day stays in one line, however narrow its column is. */
function isDay(text: Text): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text.map((run) => run.text).join(''));
}

function Words({ text }: { text: Text }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: runs have no ids and never move
  return text.map((run, place) => <Word key={place} run={run} />);
}

function Word({ run }: { run: Run }) {
  const plan = usePlanStyles();
  const words = visibleText(run.text);
  const styled =
    run.style === 'strong' ? (
      <strong>{words}</strong>
    ) : run.style === 'code' ? (
      <code className={plan.mono}>{words}</code>
    ) : run.style === 'muted' ? (
      <span className={plan.mutedText}>{words}</span>
    ) : (
      words
    );
  return run.target ? <To target={run.target}>{styled}</To> : styled;
}

function From({ targets }: { targets: readonly Target[] | undefined }) {
  const plan = usePlanStyles();
  const titleOf = useTitleOf();
  if (!targets || targets.length === 0) return null;
  return (
    <span className={plan.from}>
      {targets.map((target) => (
        <span key={target.kind === 'source' ? target.key : target.id} title={titleOf(target)}>
          <To target={target}>{originName(target)}</To>
        </span>
      ))}
    </span>
  );
}

/** What a number stands for, said to who points at it. */
function useTitleOf(): (target: Target) => string | undefined {
  const project = useProject();
  const { questions } = wordsOf(project.language);
  return (target) => {
    if (target.kind === 'question') return questions[target.id]?.prompt;
    if (target.kind !== 'finding') return undefined;
    return project.assessment.findings.find((one) => one.id === target.id)?.title.replaceAll('`', '');
  };
}

/** Public documents open outside; a part is on this page and needs no link. */
function To({ target, children }: { target: Target; children: React.ReactNode }) {
  const plan = usePlanStyles();
  const project = useProject();
  if (target.kind === 'part') return children;
  if (target.kind === 'source') {
    return (
      <a className={plan.link} href={target.address} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  }
  const finding = project.assessment.findings.find((one) => one.id === target.id);
  const origin = target.kind === 'question' ? { question: target.id } : finding?.from[0];
  return (
    <Link
      className={plan.link}
      to={origin ? questionAddress(project.id, origin) : findingsAddress(project.id)}
    >
      {children}
    </Link>
  );
}
