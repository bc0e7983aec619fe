/** The pages of what follows from the answers: accessible in every theme, and without an error. */
import { everyPageIsClean } from '../helpers/clean-pages.ts';
import { pageGroups } from '../pages.ts';

everyPageIsClean(pageGroups.work);
