import { expect, inject, it } from 'vitest';
import { createTestDatabase } from '../../../test/support/postgres.js';

it('refuses a database whose name does not say that it is for tests', async () => {
  for (const name of ['diapason', 'production', 'te_st', 'test"; DROP DATABASE postgres; --']) {
    await expect(createTestDatabase(inject('postgresUrl'), name)).rejects.toThrow(/not a test database/);
  }
});
