export * from './access-store.port.js';
export * from './account.js';
export * from './actor.js';
export * from './roles.js';
export * from './sight.js';
