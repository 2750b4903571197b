import { AcknowledgeCoachingSessionController } from '../acknowledge-coaching-session/acknowledge-coaching-session.controller.js';
import { AcknowledgeCoachingSessionHandler } from '../acknowledge-coaching-session/acknowledge-coaching-session.handler.js';
import { ChangeCoachingSessionController } from '../change-coaching-session/change-coaching-session.controller.js';
import { ChangeCoachingSessionHandler } from '../change-coaching-session/change-coaching-session.handler.js';
import { CreateCoachingSessionController } from '../create-coaching-session/create-coaching-session.controller.js';
import { CreateCoachingSessionHandler } from '../create-coaching-session/create-coaching-session.handler.js';
import { ListCoachingSessionsController } from '../list-coaching-sessions/list-coaching-sessions.controller.js';
import { ListCoachingSessionsHandler } from '../list-coaching-sessions/list-coaching-sessions.handler.js';
import { ListOwnCoachingSessionsController } from '../list-own-coaching-sessions/list-own-coaching-sessions.controller.js';
import { MoveCoachingSessionController } from '../move-coaching-session/move-coaching-session.controller.js';
import { MoveCoachingSessionHandler } from '../move-coaching-session/move-coaching-session.handler.js';
import { NoteCoachingSessionController } from '../note-coaching-session/note-coaching-session.controller.js';
import { NoteCoachingSessionHandler } from '../note-coaching-session/note-coaching-session.handler.js';
import { NoteOwnCoachingSessionController } from '../note-own-coaching-session/note-own-coaching-session.controller.js';
import { PrepareCoachingController } from '../prepare-coaching/prepare-coaching.controller.js';
import { PrepareCoachingHandler } from '../prepare-coaching/prepare-coaching.handler.js';
import { ReadCoachingEffectController } from '../read-coaching-effect/read-coaching-effect.controller.js';
import { ReadCoachingEffectHandler } from '../read-coaching-effect/read-coaching-effect.handler.js';
import { ReadCoachingSessionController } from '../read-coaching-session/read-coaching-session.controller.js';
import { ReadCoachingSessionHandler } from '../read-coaching-session/read-coaching-session.handler.js';
import { ReadOwnCoachingEffectController } from '../read-own-coaching-effect/read-own-coaching-effect.controller.js';
import { ReadOwnCoachingSessionController } from '../read-own-coaching-session/read-own-coaching-session.controller.js';
import { RemoveCoachingSessionController } from '../remove-coaching-session/remove-coaching-session.controller.js';
import { RemoveCoachingSessionHandler } from '../remove-coaching-session/remove-coaching-session.handler.js';

/** Coaching sessions, prepared, held and measured: for ApiModule. */
export const COACHING_CONTROLLERS = [
  PrepareCoachingController,
  ListCoachingSessionsController,
  CreateCoachingSessionController,
  ReadCoachingSessionController,
  ChangeCoachingSessionController,
  RemoveCoachingSessionController,
  MoveCoachingSessionController,
  NoteCoachingSessionController,
  ReadCoachingEffectController,
  ListOwnCoachingSessionsController,
  ReadOwnCoachingSessionController,
  NoteOwnCoachingSessionController,
  AcknowledgeCoachingSessionController,
  ReadOwnCoachingEffectController,
];

export const COACHING_HANDLERS = [
  PrepareCoachingHandler,
  ListCoachingSessionsHandler,
  CreateCoachingSessionHandler,
  ReadCoachingSessionHandler,
  ChangeCoachingSessionHandler,
  RemoveCoachingSessionHandler,
  MoveCoachingSessionHandler,
  NoteCoachingSessionHandler,
  ReadCoachingEffectHandler,
  AcknowledgeCoachingSessionHandler,
];
