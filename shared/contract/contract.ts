import { agencies } from './agencies.ts';
import { books } from './books.ts';
import { demo } from './demo.ts';
import { appendix, letter } from './documents.ts';
import { outgoing } from './outgoing.ts';
import { settings } from './settings.ts';

/** Every call there is, by section: the window and scripts know nothing else of the engine. */
export const contract = { settings, agencies, books, outgoing, letter, appendix, demo };
export type Contract = typeof contract;
