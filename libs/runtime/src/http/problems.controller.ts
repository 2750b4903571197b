import { Controller, Get, Header, Headers, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowAnyone } from '../access/allow.decorator.js';
import { languageOf, say } from './language.js';
import { ProblemException } from './problem.js';
import { isProblemCode, type ProblemCode, PROBLEMS, problemType } from './problem-catalogue.js';

export interface ProblemEntry {
  readonly code: ProblemCode;
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
}

/** What each problem's `type` points to: the catalogue, for people and clients. */
@ApiExcludeController()
@AllowAnyone()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Header('vary', 'Accept-Language')
  list(@Headers('accept-language') accept?: string): { items: ProblemEntry[] } {
    return { items: Object.keys(PROBLEMS).filter(isProblemCode).map((code) => entry(code, accept)) };
  }

  @Get(':code')
  @Header('vary', 'Accept-Language')
  read(@Param('code') code: string, @Headers('accept-language') accept?: string): ProblemEntry {
    if (isProblemCode(code)) return entry(code, accept);
    throw new ProblemException(404, 'not_found', { fr: `Aucun problème « ${code} ».`, en: `No problem "${code}".` });
  }
}

function entry(code: ProblemCode, accept: string | undefined): ProblemEntry {
  const { status, title, remedy } = PROBLEMS[code];
  const language = languageOf(accept);
  return { code, type: problemType(code), status, title: say(title, language), remedy: say(remedy, language) };
}
