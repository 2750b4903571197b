import { Controller, Get, Header, Query } from '@nestjs/common';
import { type Actor, ROLES, SCOPES } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { meOf } from '../access/account-answers.js';
import { exampleMe } from '../access/account.example.js';
import { me, type Me } from '../access/account.schema.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';

@Controller('v1/me')
export class ReadMeController {
  @Allow(...ROLES, ...SCOPES)
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({ id: 'readMe', tag: 'accounts', fr: 'Savoir qui l’on est ici', en: 'Know who one is here', answer: me, example: exampleMe, problems: ['invalid_query'] })
  read(@CurrentActor() actor: Actor, @Query({ schema: noParameters }) _none: unknown): Me {
    return meOf(actor);
  }
}
