/** The pages of projects, plan, workshops and Guide: accessible in every theme, and without an error. */
import { everyPageIsClean } from '../helpers/clean-pages.ts';
import { pageGroups } from '../pages.ts';

everyPageIsClean(pageGroups.around);
