import { density } from './density/density.rule.js';
import type { Kind } from './kind.js';
import { mustSay } from './must-say/must-say.rule.js';
import { pledge } from './pledge/pledge.rule.js';
import { procedure } from './procedure/procedure.rule.js';
import { register } from './register/register.rule.js';
import { reply } from './reply/reply.rule.js';
import { timing } from './timing/timing.rule.js';
import { tone } from './tone/tone.rule.js';
import { wording } from './wording/wording.rule.js';

/** Every kind of rule: one folder each, one line each. */
export const KINDS: readonly Kind[] = [
  wording,
  mustSay,
  procedure,
  register,
  reply,
  density,
  timing,
  tone,
  pledge,
];
