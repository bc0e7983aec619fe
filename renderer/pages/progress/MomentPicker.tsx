/** Chooses a moment: now, the start, a milestone or a day. */
import { Dropdown, Input, makeStyles, Option } from '@fluentui/react-components';
import type { ProjectView } from '../../../shared/view.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  picker: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  dropdown: { minWidth: '180px' },
});

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

type MomentPickerProps = {
  label: string;
  project: ProjectView;
  /** "now", a milestone's id, or a day. */
  value: string;
  onChange: (value: string) => void;
};

export function MomentPicker({ label, project, value, onChange }: MomentPickerProps) {
  const styles = useStyles();
  const words = useWords().progress.compare;
  const milestones = Object.entries(project.milestones).sort(([, left], [, right]) => right.at - left.at);
  const first = isoDay(project.createdAt);
  const named = (name: string, at: number) => `${name} (${isoDay(at)})`;
  const milestone = project.milestones[value];
  const shown = value === 'now' ? words.now : milestone ? named(milestone.name, milestone.at) : words.day;
  return (
    <div className={styles.picker}>
      <Dropdown
        className={styles.dropdown}
        aria-label={label}
        value={`${label}: ${shown}`}
        selectedOptions={[isDay(value) ? 'day' : value]}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue !== undefined) onChange(optionValue === 'day' ? first : optionValue);
        }}
      >
        <Option value="now">{words.now}</Option>
        {milestones.map(([id, { name, at }]) => (
          <Option key={id} value={id}>
            {named(name, at)}
          </Option>
        ))}
        <Option value="day">{words.day}</Option>
      </Dropdown>
      {isDay(value) ? (
        <Input
          type="date"
          aria-label={words.dayOf(label)}
          value={value}
          min={first}
          max={isoDay(Date.now())}
          onChange={(_, data) => isDay(data.value) && onChange(data.value)}
        />
      ) : null}
    </div>
  );
}
