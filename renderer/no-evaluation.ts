/** Loaded before all else: tells zod not to try whether it may write functions for itself, which the page's policy forbids. */
import { config } from 'zod';

config({ jitless: true });
