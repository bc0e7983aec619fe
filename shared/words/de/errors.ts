/** German. */
export { errorWords } from '../en/errors.ts';
