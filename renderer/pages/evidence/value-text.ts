/** A value of a proposal as people read it: options by their words, rows by their names, numbers with their unit. */
import { type FieldSpec, writeField } from '../../../shared/content/field.ts';
import type { Json } from '../../../shared/json.ts';
import { choicesOf, labelOf } from '../../fields/choices.ts';

export function valueText(
  spec: FieldSpec | undefined,
  value: Json,
  context: Parameters<typeof choicesOf>[1],
): string {
  const { language } = context.words;
  if (!spec) return writeField(value, language);
  const isChoice = ['yesNo', 'single', 'multiple', 'ref', 'refs'].includes(spec.kind);
  if (isChoice) return labelOf(choicesOf(spec, context), value, context.words);
  const text = Array.isArray(value)
    ? value.map((one) => writeField(one, language)).join(', ')
    : writeField(value, language);
  return spec.unit ? `${text} ${spec.unit}` : text;
}
