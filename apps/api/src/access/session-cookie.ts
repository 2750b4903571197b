import { SESSION_COOKIES } from '#runtime';
import { SESSION_MAX_DAYS } from '#storage';
import type { FastifyReply } from 'fastify';
import type { ApiSettings } from '../api-settings.js';

/** Over HTTPS a cookie that no other host or path can set; plain HTTP is for loopback, and browsers refuse it that name. */
function write({ publicUrl }: ApiSettings, reply: FastifyReply, value: string, seconds: number): void {
  const secure = publicUrl?.startsWith('https:') === true;
  const cookie = `${SESSION_COOKIES[secure ? 0 : 1]}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
  void reply.header('set-cookie', cookie).header('cache-control', 'no-store');
}

/** Gives the browser its session; no script sees it. */
export const setSession = (settings: ApiSettings, reply: FastifyReply, session: string): void => write(settings, reply, session, SESSION_MAX_DAYS * 86_400);

export const clearSession = (settings: ApiSettings, reply: FastifyReply): void => write(settings, reply, '', 0);
