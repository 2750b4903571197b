/** What went wrong, said where it was tried. */
export function Trouble({ text }: { text: string | null }) {
  return text === null ? null : (
    <p role="alert" className="doubt">
      {text}
    </p>
  );
}
