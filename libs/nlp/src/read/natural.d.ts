/** The one file of `natural` that is used: its root loads clients of databases. It exports its stemmer as CommonJS. */
declare module 'natural/lib/natural/stemmers/porter_stemmer_fr.js' {
  const stemmer: {
    /** The word in lower case without its endings, after Porter's rules for French. */
    stem(word: string): string;
  };
  export default stemmer;
}
