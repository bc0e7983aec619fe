/** Every English word of the interface; another language is a file with the same shape. */
import { projects, settings } from './en/projects.ts';
import { shell } from './en/shell.ts';

export const english = { language: 'en', ...shell, projects, settings };

export type Words = typeof english;
