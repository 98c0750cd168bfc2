// Where the command runs.
import type { Search } from '../files/walk.js';

export interface Place {
  search: Search;
  /** Whether what is written for people is coloured. */
  color: boolean;
}
