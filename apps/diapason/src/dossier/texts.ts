import { RETENTION, type RetentionClass } from '#domain';
import { CLASS_NAMES } from '../retention/class-names.js';

export type DossierLanguage = 'fr' | 'en';

/** The sentences of the dossier that do not depend on the configuration, in one language. */
export interface DossierTexts {
  readonly title: string;
  readonly noAdvice: string;
  readonly made: (on: string, id: string) => string;
  readonly heads: Readonly<Record<'purposes' | 'rules' | 'data' | 'recipients' | 'guards' | 'changes' | 'rights' | 'measured' | 'beyond', string>>;
  readonly purposes: readonly string[];
  readonly notPurposes: readonly string[];
  readonly classes: Readonly<Record<RetentionClass, string>>;
  readonly rights: readonly string[];
  readonly beyond: readonly string[];
  readonly none: string;
}

const FR: DossierTexts = {
  title: 'Dossier sur l’analyse des échanges avec les clients',
  noAdvice:
    'Ce document décrit la configuration telle qu’elle est au moment où il est imprimé. Ce n’est pas un conseil juridique : la base légale, la consultation du comité social et économique, l’information des personnes et l’analyse d’impact restent à la charge du responsable du traitement.',
  made: (on, id) => `Imprimé le ${on} pour l’organisation \`${id}\`.`,
  heads: {
    purposes: 'Finalités',
    rules: 'Règles en vigueur',
    data: 'Données et durées de conservation',
    recipients: 'Destinataires',
    guards: 'Garanties et leurs réglages',
    changes: 'Changements de réglages, avec leurs raisons',
    rights: 'Droits des conseillers et des clients',
    measured: 'Ce qui est gardé et mesuré',
    beyond: 'Ce que ce dossier ne voit pas',
  },
  purposes: [
    'Dire si les clients entendent la même promesse, quel que soit le canal et la personne qui répond.',
    'Relever, par des règles publiées, des mots précis : écarts et points forts, avec ce qu’il vaut mieux dire.',
    'Accompagner les conseillers : relecture par une personne, coaching, calibrage des relecteurs.',
    'Suivre les engagements pris envers un client et les contradictions entre échanges.',
  ],
  notPurposes: [
    'Aucune émotion n’est déduite de la voix ou des mots d’un conseiller ; l’intensité, la hauteur de voix et les scores de sentiment des fournisseurs sont écartés à l’arrivée (règlement (UE) 2024/1689, art. 5(1)(f)).',
    'Aucune alerte mot à mot à un responsable, aucun classement des personnes, aucune décision automatique : un constat ne compte pour une personne que selon le réglage ci-dessous.',
    'Aucun texte n’est envoyé à un service extérieur : l’analyse est déterministe et locale.',
  ],
  classes: CLASS_NAMES,
  rights: [
    'Un conseiller voit tous les constats qui le concernent dès leur détection, peut les commenter à tout moment et contester un écart confirmé ; une autre personne tranche.',
    'Nul ne juge ses propres mots. Chaque ouverture d’une transcription est inscrite au journal.',
    'Une règle nouvelle ou changée ne compte jamais contre une personne pour un échange antérieur.',
    'L’effacement d’un client (`diapason erase`) le retire de toutes les tables, des messages en attente et du journal.',
  ],
  beyond: [
    'La source des échanges, les sauvegardes, les exports remis à des tiers et la durée de rétention des sujets Kafka.',
    'La base légale et l’intérêt poursuivi, l’information donnée aux clients et aux conseillers, les sous-traitants qui hébergent.',
  ],
  none: 'aucun',
};

const EN: DossierTexts = {
  title: 'File on the analysis of interactions with customers',
  noAdvice:
    'This document describes the configuration as it is when printed. It is not legal advice: the legal basis, the consultation of the works council, informing the persons concerned and the impact assessment remain with the controller.',
  made: (on, id) => `Printed on ${on} for the organisation \`${id}\`.`,
  heads: {
    purposes: 'Purposes',
    rules: 'Rules in force',
    data: 'Data and periods of retention',
    recipients: 'Recipients',
    guards: 'Safeguards and their settings',
    changes: 'Changes of settings, with their reasons',
    rights: 'Rights of agents and customers',
    measured: 'What is kept and measured',
    beyond: 'What this file does not see',
  },
  purposes: [
    'To tell whether customers hear the same promise, whatever the channel and whoever answers.',
    'To find exact words by published rules: violations and merits, with what is better said.',
    'To support agents: review by a person, coaching, calibration of reviewers.',
    'To follow pledges made to a customer, and contradictions between interactions.',
  ],
  notPurposes: [
    'No emotion is inferred from an agent’s voice or words; loudness, pitch and vendors’ sentiment scores are dropped on arrival (Regulation (EU) 2024/1689, art. 5(1)(f)).',
    'No word-by-word alert to a manager, no ranking of persons, no automatic decision: a finding counts for a person only as set below.',
    'No text is sent to an outside service: the analysis is deterministic and local.',
  ],
  classes: {
    phone: 'words of calls',
    written: 'words of mails and chats',
    findings: 'findings, judgements, disputes, comments and figures of persons',
    evaluations: 'evaluations of scorecards',
    coaching: 'coaching sessions, notes and actions',
    calibrations: 'calibrations, judgements and remarks',
    journal: 'journal of what people did (readings, sign-ins, comments)',
    deadLetters: 'messages that could not be read',
    deliveries: 'events sent to webhooks',
    gathered: 'conversations still being gathered',
  },
  rights: [
    'An agent sees every finding about him or her from its detection on, may comment at any time and dispute a confirmed violation; somebody else decides.',
    'Nobody judges own words. Every opening of a transcript is journalled.',
    'A new or changed rule never counts against a person for an earlier interaction.',
    'Erasing a customer (`diapason erase`) takes the person out of every table, waiting message and the journal.',
  ],
  beyond: [
    'The source of the interactions, backups, exports that were handed out, and the retention time of Kafka topics.',
    'The legal basis and the interest pursued, what customers and agents were told, and the processors that host.',
  ],
  none: 'none',
};

export const DOSSIER_TEXTS: Readonly<Record<DossierLanguage, DossierTexts>> = { fr: FR, en: EN };

export const limitOf = (name: RetentionClass): number => RETENTION[name].max;
