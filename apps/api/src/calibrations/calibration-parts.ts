import { ListCalibrationsController } from '../list-calibrations/list-calibrations.controller.js';
import { ListCalibrationsHandler } from '../list-calibrations/list-calibrations.handler.js';
import { ReadCalibrationController } from '../read-calibration/read-calibration.controller.js';
import { ReadCalibrationHandler } from '../read-calibration/read-calibration.handler.js';
import { ListCalibrationItemsController } from '../list-calibration-items/list-calibration-items.controller.js';
import { ListCalibrationItemsHandler } from '../list-calibration-items/list-calibration-items.handler.js';
import { DrawCalibrationController } from '../draw-calibration/draw-calibration.controller.js';
import { DrawCalibrationHandler } from '../draw-calibration/draw-calibration.handler.js';
import { JudgeCalibrationItemController } from '../judge-calibration-item/judge-calibration-item.controller.js';
import { JudgeCalibrationItemHandler } from '../judge-calibration-item/judge-calibration-item.handler.js';
import { CloseCalibrationController } from '../close-calibration/close-calibration.controller.js';
import { CloseCalibrationHandler } from '../close-calibration/close-calibration.handler.js';
import { RemarkCalibrationItemController } from '../remark-calibration-item/remark-calibration-item.controller.js';
import { RemarkCalibrationItemHandler } from '../remark-calibration-item/remark-calibration-item.handler.js';
import { ResolveCalibrationItemController } from '../resolve-calibration-item/resolve-calibration-item.controller.js';
import { ResolveCalibrationItemHandler } from '../resolve-calibration-item/resolve-calibration-item.handler.js';
import { ListReviewersController } from '../list-reviewers/list-reviewers.controller.js';
import { ListReviewersHandler } from '../list-reviewers/list-reviewers.handler.js';

/** Several reviewers on the same findings: for ApiModule. */
export const CALIBRATION_CONTROLLERS = [
  ListReviewersController,
  ListCalibrationsController,
  ReadCalibrationController,
  ListCalibrationItemsController,
  DrawCalibrationController,
  JudgeCalibrationItemController,
  CloseCalibrationController,
  RemarkCalibrationItemController,
  ResolveCalibrationItemController,
];

export const CALIBRATION_HANDLERS = [
  ListReviewersHandler,
  ListCalibrationsHandler,
  ReadCalibrationHandler,
  ListCalibrationItemsHandler,
  DrawCalibrationHandler,
  JudgeCalibrationItemHandler,
  CloseCalibrationHandler,
  RemarkCalibrationItemHandler,
  ResolveCalibrationItemHandler,
];
