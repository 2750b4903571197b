export { consoleFolder, startApi } from './main.js';
export { firstAccountAddress } from './access/first-account.js';
export { ApiModule } from './api.module.js';
export type { ApiSettings } from './api-settings.js';
export { describeApi } from './openapi/describe-api.js';
export { openApiDocument } from './openapi/open-api-document.js';
export { previewOpenApi } from './openapi/preview.js';
export { toVcon } from './vcon/to-vcon.js';
export { WEBHOOK_VARIABLES } from './webhooks/webhook-variables.js';
