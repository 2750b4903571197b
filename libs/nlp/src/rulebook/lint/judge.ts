import { analyse } from '../../analyse.js';
import type { CompiledRulebook } from '../compile-rulebook.js';
import type { Example } from '../example.js';
import { interactionOf } from '../try-example.js';
import type { Rule } from '../rulebook.js';

/** What a rulebook makes of an example of one of its rules. */
export const judge = (rule: Rule, example: Example, compiled: CompiledRulebook): ReturnType<typeof analyse> =>
  analyse(interactionOf(rule, example), compiled, 'relecture', { language: compiled.description.language });
