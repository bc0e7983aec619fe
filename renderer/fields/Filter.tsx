/** A choice that narrows a list down; what is chosen stands behind what it is about. */
import { Dropdown, makeStyles, Option } from '@fluentui/react-components';

const useStyles = makeStyles({ dropdown: { minWidth: '140px' } });

type FilterProps = {
  label: string;
  value: string;
  values: readonly string[];
  nameOf: (value: string) => string;
  onChange: (value: string) => void;
};

export function Filter({ label, value, values, nameOf, onChange }: FilterProps) {
  const styles = useStyles();
  return (
    <Dropdown
      className={styles.dropdown}
      aria-label={label}
      value={`${label}: ${nameOf(value)}`}
      selectedOptions={[value]}
      onOptionSelect={(_, data) => data.optionValue !== undefined && onChange(data.optionValue)}
    >
      {values.map((one) => (
        <Option key={one} value={one}>
          {nameOf(one)}
        </Option>
      ))}
    </Dropdown>
  );
}
