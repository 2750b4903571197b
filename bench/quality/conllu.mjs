/**
 * A CoNLL-U treebank as one text: its sentences joined by a space, and where each sentence and each surface token lies in
 * it. Multiword tokens (« du ») count as the one token that is written; they have no lemma.
 */
export function readConllu(source) {
  let text = '';
  const sentences = [];
  const tokens = [];
  let at = 0;
  let until = 0;
  for (const line of source.split('\n')) {
    if (line.startsWith('# text = ')) {
      if (text) text += ' ';
      at = text.length;
      text += line.slice('# text = '.length);
      sentences.push({ start: at, end: text.length, firstToken: tokens.length });
      until = 0;
      continue;
    }
    const [id, form, lemma, upos] = line.split('\t');
    if (!/^\d+(?:-\d+)?$/.test(id) || form === undefined) continue;
    const [first, last] = id.split('-').map(Number);
    if (last === undefined && first <= until) continue;
    if (last !== undefined) until = last;
    const start = text.indexOf(form, at);
    if (start < 0) throw new Error(`token ${form} is not in its sentence`);
    at = start + form.length;
    tokens.push({ start, end: at, form, ...(last === undefined ? { lemma, upos } : {}) });
  }
  return { text, sentences, tokens };
}

/** The same words in lower case, without the tokens that have neither letter nor digit; sentences that are left. */
export function withoutPunctuation({ sentences, tokens }) {
  let text = '';
  const kept = [];
  sentences.forEach(({ firstToken }, i) => {
    const words = tokens.slice(firstToken, sentences[i + 1]?.firstToken ?? tokens.length).filter(({ form }) => /[\p{L}\p{N}]/u.test(form));
    if (words.length === 0) return;
    if (text) text += ' ';
    const start = text.length;
    words.forEach(({ form }, j) => {
      const glued = j === 0 || /['’]$/.test(words[j - 1].form) || form.startsWith('-');
      text += (glued ? '' : ' ') + form.toLowerCase();
    });
    kept.push({ start, end: text.length });
  });
  return { text, sentences: kept };
}
