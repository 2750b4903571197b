import { styleText } from 'node:util';

export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'yellow', (text: string) => string>>;

/** Colours for a terminal; plain text for pipes and when NO_COLOR is set (https://no-color.org). */
export function paintFor(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Paint {
  const colours = stream.isTTY && !env['NO_COLOR'];
  const paint = (style: 'bold' | 'dim' | 'red' | 'green' | 'yellow') => (text: string) =>
    colours ? styleText(style, text, { validateStream: false }) : text;
  return { bold: paint('bold'), dim: paint('dim'), red: paint('red'), green: paint('green'), yellow: paint('yellow') };
}
