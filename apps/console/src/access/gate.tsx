import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../shell/language-switch.js';

/** The frame of pages for whoever has not come in yet. */
export function Gate({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLElement>(null);
  // There is one thing to do here.
  useEffect(() => frame.current?.querySelector<HTMLInputElement>('input:not([readonly])')?.focus(), []);
  return (
    <main ref={frame} className="gate">
      <title>{`${title} · ${t('brand')}`}</title>
      <p className="gate-brand">
        <svg className="fork" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M11 5v9a5 5 0 0 0 10 0V5M16 19v8" />
        </svg>
        {t('brand')}
        <LanguageSwitch />
      </p>
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </main>
  );
}
