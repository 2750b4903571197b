import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Something that is shown this once; another one is another `key`. */
export function Secret({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);
  return (
    <div className="secret" role="status">
      <p>{label}</p>
      <input ref={box} readOnly value={text} aria-label={label} />
      <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(text)}>
        {t('access.copy')}
      </button>
    </div>
  );
}
