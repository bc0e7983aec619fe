/** How the firm's documents look: name, paper, colour, logo and Word template. */
import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { type DocumentLook as Look, papers } from '../../../shared/contract/plan.ts';
import type { InputOf } from '../../../shared/contract.ts';
import { call } from '../../api.ts';
import { asBase64 } from '../../data/base64.ts';
import { keys, queryClient } from '../../data/client.ts';
import { useNotices } from '../../data/use-notices.ts';
import { ask } from '../../data/use-workspace.ts';
import { fileSize } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gap: '20px 32px',
    alignItems: 'start',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
  },
  colour: { display: 'flex', alignItems: 'center', gap: '10px' },
  well: {
    width: '44px',
    height: '32px',
    padding: '2px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  code: { fontFamily: tokens.fontFamilyMonospace },
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  // Logos are drawn for paper, so they are shown on white whatever the theme.
  logo: {
    maxWidth: '160px',
    maxHeight: '48px',
    padding: '6px',
    backgroundColor: '#ffffff',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
});

export function DocumentLook() {
  const styles = useStyles();
  const words = useWords().look;
  const notices = useNotices();
  const { data: look, isPending } = useQuery({ queryKey: keys.look, queryFn: () => ask('look.get', {}) });
  if (!look) return isPending ? <span aria-busy="true" /> : null;
  const change = async (next: InputOf<'look.set'>, told?: string) => {
    const reply = await call('look.set', next);
    if (!reply.ok) return notices.fail(reply.error);
    queryClient.setQueryData(keys.look, reply.value);
    // Pages that were set before look different now.
    queryClient.removeQueries({ queryKey: keys.planPages });
    if (told) notices.tell(told);
  };
  const put = (what: 'logo' | 'template') => async (file: File) => {
    await change(
      { [what]: { name: file.name.slice(0, 300), content: await asBase64(file) } },
      words.taken(file.name),
    );
  };
  return (
    <div className={styles.grid}>
      <Firm firm={look.firm} onSave={(firm) => void change({ firm })} />
      <Field label={words.paper}>
        <RadioGroup
          layout="horizontal"
          value={look.paper}
          onChange={(_, { value }) => void change({ paper: papers.find((one) => one === value) ?? 'a4' })}
        >
          {papers.map((paper) => (
            <Radio key={paper} value={paper} label={words.papers[paper]} />
          ))}
        </RadioGroup>
      </Field>
      <Accent accent={look.accent} onSave={(accent) => void change({ accent })} />
      <FileField
        label={words.logo}
        hint={words.logoHint}
        accept=".png,.jpg,.jpeg,.svg"
        onChoose={put('logo')}
        onRemove={look.logo ? () => void change({ logo: null }, words.removed(words.logo)) : undefined}
      >
        {look.logo ? (
          <img className={styles.logo} src={look.logo.picture} alt={words.logoAlt(look.logo.name)} />
        ) : null}
      </FileField>
      <FileField
        label={words.template}
        hint={words.templateHint}
        accept=".docx"
        onChoose={put('template')}
        onRemove={
          look.template ? () => void change({ template: null }, words.removed(words.template)) : undefined
        }
      >
        <TemplateName template={look.template} />
      </FileField>
    </div>
  );
}

function TemplateName({ template }: { template: Look['template'] }) {
  const styles = useStyles();
  if (!template) return null;
  return (
    <span className={styles.name}>
      {template.name} ({fileSize(template.size)})
    </span>
  );
}

/** Saved when left, as the author's name is. */
function Firm({ firm, onSave }: { firm: string; onSave: (firm: string) => void }) {
  const words = useWords().look;
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed.trim() !== firm) onSave(typed.trim());
    setTyped(null);
  };
  return (
    <Field label={words.firm} hint={words.firmHint}>
      <Input
        value={typed ?? firm}
        maxLength={100}
        autoComplete="organization"
        onChange={(_, data) => setTyped(data.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
    </Field>
  );
}

/** The browser's colour well reports every shade passed over; only the one it is left at is kept. */
function Accent({ accent, onSave }: { accent: string; onSave: (accent: string) => void }) {
  const styles = useStyles();
  const words = useWords().look;
  const id = useId();
  const [shade, setShade] = useState<string | null>(null);
  const save = () => {
    if (shade !== null && shade !== accent) onSave(shade);
    setShade(null);
  };
  return (
    <Field label={{ children: words.accent, htmlFor: id }} hint={words.accentHint}>
      <span className={styles.colour}>
        <input
          id={id}
          className={styles.well}
          type="color"
          value={shade ?? accent}
          onChange={(event) => setShade(event.target.value)}
          onBlur={save}
        />
        <span className={styles.code}>{shade ?? accent}</span>
      </span>
    </Field>
  );
}

type FileFieldProps = {
  label: string;
  hint: string;
  accept: string;
  onChoose: (file: File) => Promise<void>;
  onRemove: (() => void) | undefined;
  children: React.ReactNode;
};

function FileField({ label, hint, accept, onChoose, onRemove, children }: FileFieldProps) {
  const styles = useStyles();
  const words = useWords().look;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Field label={label} hint={hint}>
      <div className={styles.file}>
        {children}
        <Button size="small" onClick={() => picker.current?.click()} aria-label={`${label}: ${words.choose}`}>
          {onRemove ? words.replace : words.choose}
        </Button>
        {onRemove ? (
          <Button size="small" appearance="subtle" onClick={onRemove} aria-label={words.removeOf(label)}>
            {words.remove}
          </Button>
        ) : null}
        <input
          ref={picker}
          type="file"
          accept={accept}
          hidden
          aria-label={label}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) void onChoose(file);
          }}
        />
      </div>
    </Field>
  );
}
