import { ChangeWebhookController } from '../change-webhook/change-webhook.controller.js';
import { ChangeWebhookHandler } from '../change-webhook/change-webhook.handler.js';
import { CreateWebhookController } from '../create-webhook/create-webhook.controller.js';
import { CreateWebhookHandler } from '../create-webhook/create-webhook.handler.js';
import { DeleteWebhookController } from '../delete-webhook/delete-webhook.controller.js';
import { DeleteWebhookHandler } from '../delete-webhook/delete-webhook.handler.js';
import { ListDeliveriesController } from '../list-deliveries/list-deliveries.controller.js';
import { ListDeliveriesHandler } from '../list-deliveries/list-deliveries.handler.js';
import { ListWebhooksController } from '../list-webhooks/list-webhooks.controller.js';
import { ListWebhooksHandler } from '../list-webhooks/list-webhooks.handler.js';
import { ReadWebhookController } from '../read-webhook/read-webhook.controller.js';
import { ReadWebhookHandler } from '../read-webhook/read-webhook.handler.js';
import { RedeliverController } from '../redeliver/redeliver.controller.js';
import { RedeliverHandler } from '../redeliver/redeliver.handler.js';
import { RotateWebhookSecretController } from '../rotate-webhook-secret/rotate-webhook-secret.controller.js';
import { RotateWebhookSecretHandler } from '../rotate-webhook-secret/rotate-webhook-secret.handler.js';
import { TestWebhookController } from '../test-webhook/test-webhook.controller.js';
import { TestWebhookHandler } from '../test-webhook/test-webhook.handler.js';
import { WebhookPump } from './webhook-pump.js';
import { WebhookSender } from './webhook-sender.js';

/** Webhooks, and what keeps them going: for ApiModule. */
export const WEBHOOK_CONTROLLERS = [CreateWebhookController, ListWebhooksController, ReadWebhookController, ChangeWebhookController, DeleteWebhookController, RotateWebhookSecretController, TestWebhookController, ListDeliveriesController, RedeliverController];

export const WEBHOOK_PROVIDERS = [WebhookSender, WebhookPump, CreateWebhookHandler, ListWebhooksHandler, ReadWebhookHandler, ChangeWebhookHandler, DeleteWebhookHandler, RotateWebhookSecretHandler, TestWebhookHandler, ListDeliveriesHandler, RedeliverHandler];
