/** Judging a finding, in French. */
export const frReview = {
  title: 'Ce constat est-il juste ?',
  confirm: 'Confirmer',
  dismiss: 'Écarter',
  cancel: 'Annuler',
  why: 'Pourquoi l’écarter ?',
  note: 'Précision (facultative), pour qui relira',
  reason: {
    'wrong-words': 'Ce ne sont pas les mots que la règle vise',
    'wrong-context': 'Ici, ces mots étaient justes',
    'rule-too-strict': 'La règle demande trop',
    transcription: 'La transcription est fausse : cela n’a pas été dit',
  },
  withdraw: 'Revenir sur ce jugement',
  changed: 'Ce constat a changé entre-temps : relisez, puis décidez.',
  failed: 'Rien n’a été enregistré ({{code}}). Réessayez.',
};
