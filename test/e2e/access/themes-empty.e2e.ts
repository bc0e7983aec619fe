/** The pages of an empty project, and of what is not there: accessible in every theme, and without an error. */
import { everyPageIsClean } from '../helpers/clean-pages.ts';
import { pageGroups } from '../pages.ts';

everyPageIsClean(pageGroups.empty);
