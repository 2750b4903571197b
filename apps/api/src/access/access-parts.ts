import { ChangeAccountController } from '../change-account/change-account.controller.js';
import { ChangeAccountHandler } from '../change-account/change-account.handler.js';
import { ChangePasswordController } from '../change-password/change-password.controller.js';
import { ChangePasswordHandler } from '../change-password/change-password.handler.js';
import { CreateAccountController } from '../create-account/create-account.controller.js';
import { CreateAccountHandler } from '../create-account/create-account.handler.js';
import { CreateKeyController } from '../create-key/create-key.controller.js';
import { CreateKeyHandler } from '../create-key/create-key.handler.js';
import { DemonstrationController } from '../demonstration/demonstration.controller.js';
import { ListInventedHandler } from '../demonstration/list-invented.handler.js';
import { LookAsHandler } from '../demonstration/look-as.handler.js';
import { IssueLinkController } from '../issue-link/issue-link.controller.js';
import { IssueLinkHandler } from '../issue-link/issue-link.handler.js';
import { ListAccountsController } from '../list-accounts/list-accounts.controller.js';
import { ListAccountsHandler } from '../list-accounts/list-accounts.handler.js';
import { ListKeysController } from '../list-keys/list-keys.controller.js';
import { ListKeysHandler } from '../list-keys/list-keys.handler.js';
import { ReadAccessController } from '../read-access/read-access.controller.js';
import { ReadMeController } from '../read-me/read-me.controller.js';
import { RevokeKeyController } from '../revoke-key/revoke-key.controller.js';
import { RevokeKeyHandler } from '../revoke-key/revoke-key.handler.js';
import { SignInByProviderController } from '../sign-in-by-provider/sign-in-by-provider.controller.js';
import { SignInByProviderHandler } from '../sign-in-by-provider/sign-in-by-provider.handler.js';
import { SignInController } from '../sign-in/sign-in.controller.js';
import { SignInHandler } from '../sign-in/sign-in.handler.js';
import { SignOutController } from '../sign-out/sign-out.controller.js';
import { SignOutHandler } from '../sign-out/sign-out.handler.js';
import { UseLinkController } from '../use-link/use-link.controller.js';
import { UseLinkHandler } from '../use-link/use-link.handler.js';

/** Accounts, keys, and coming in: for ApiModule. */
export const ACCESS_CONTROLLERS = [
  ReadAccessController,
  ReadMeController,
  DemonstrationController,
  SignInController,
  SignInByProviderController,
  SignOutController,
  UseLinkController,
  ChangePasswordController,
  ListAccountsController,
  CreateAccountController,
  ChangeAccountController,
  IssueLinkController,
  ListKeysController,
  CreateKeyController,
  RevokeKeyController,
];

export const ACCESS_HANDLERS = [
  ListInventedHandler,
  LookAsHandler,
  SignInHandler,
  SignInByProviderHandler,
  SignOutHandler,
  UseLinkHandler,
  ChangePasswordHandler,
  ListAccountsHandler,
  CreateAccountHandler,
  ChangeAccountHandler,
  IssueLinkHandler,
  ListKeysHandler,
  CreateKeyHandler,
  RevokeKeyHandler,
];
