import type { YAMLError } from 'yaml';

/** In French, what the yaml package calls by its code; its own words are kept where they say more. */
const MESSAGES: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_DQ_ESCAPE: "échappement inconnu entre guillemets ; un « \\ » s'écrit « \\\\ », ou entre apostrophes",
  BAD_INDENT: 'décalage (espaces en début de ligne) qui ne suit pas celui des lignes voisines',
  BAD_SCALAR_START: "un texte ne commence pas par ce signe : mettez-le entre guillemets",
  BLOCK_AS_IMPLICIT_KEY: 'deux « : » sur une ligne : mettez le texte entre guillemets',
  BLOCK_IN_FLOW: 'dans [ ] ou { }, tout est entre virgules, sans tirets ni lignes décalées',
  DUPLICATE_KEY: 'clé en double',
  MULTILINE_IMPLICIT_KEY: 'une clé tient sur une ligne ; manque-t-il « : » ou un guillemet ?',
  MULTIPLE_DOCS: 'un seul document par fichier : retirez « --- »',
  TAB_AS_INDENT: 'décalez les lignes par des espaces, pas par des tabulations',
};

/** Why a file is no YAML, in French as far as it can be told. */
export function yamlMessage(error: YAMLError): string {
  const french = MESSAGES[error.code];
  if (error.code === 'DUPLICATE_KEY') return french!;
  const [missing] = /(?:Missing closing|end with a) (\S)/.exec(error.message)?.slice(1) ?? [];
  if (missing !== undefined) return `YAML illisible : « ${missing} » jamais fermé`;
  return `YAML illisible : ${french ?? error.message.split('\n')[0]}`;
}
