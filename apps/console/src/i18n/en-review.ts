/** Judging a finding, in English. */
export const enReview = {
  title: 'Does this finding hold?',
  confirm: 'Confirm',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  why: 'Why dismiss it?',
  note: 'A note (optional), for whoever reads it later',
  reason: {
    'wrong-words': 'These are not the words that the rule means',
    'wrong-context': 'Here, these words were right',
    'rule-too-strict': 'The rule asks too much',
    transcription: 'The transcription is wrong: this was not said',
  },
  withdraw: 'Take this judgement back',
  changed: 'This finding changed meanwhile: read it again, then decide.',
  failed: 'Nothing was kept ({{code}}). Try again.',
};
