import { theDayInWords } from '../../core/calendar.ts';
import type { DenialReason } from '../../core/grant.ts';
import type { ProblemCode } from '../../core/problem.ts';
import type { ProblemWords } from './problem-words.ts';

const titles: Readonly<Record<ProblemCode, string>> = {
  'request.invalid': 'La richiesta non è scritta come previsto',
  'request.idempotency-key-missing':
    'Manca l’intestazione Idempotency-Key: serve per non fare due volte la stessa cosa',
  'request.idempotency-key-reused': 'Questa chiave Idempotency-Key è già servita per una richiesta diversa',
  'request.too-large': 'La richiesta è troppo grande',
  'request.media-type': 'Il contenuto è di un tipo che qui non si accetta',
  'request.method-not-allowed': 'Questa operazione non esiste per questo indirizzo',
  'request.too-many': 'Le richieste sono troppe in poco tempo: riprova più tardi',
  'request.cross-site': 'La richiesta arriva da un altro sito e non viene accettata',
  'session.required': 'Per continuare devi entrare',
  'session.level-too-low': 'Il livello di sicurezza dell’accesso non basta: serve almeno il livello 2 di SPID o CIE',
  'sign-in.failed': 'L’accesso non è riuscito. Riprova',
  'permission.denied': 'Non hai il permesso per questa operazione',
  'resource.not-found': 'Qui non c’è nulla',
  'procedure.not-found': 'Il procedimento non esiste',
  'procedure.invalid': 'Il procedimento ha dei difetti e non può essere usato',
  'procedure.retired': 'Il procedimento è stato ritirato: non si presentano più domande',
  'package.not-found': 'Il pacchetto o il file non c’è, o non è del tuo ente',
  'package.exists': 'Un procedimento con questo nome c’è già: apri il suo pacchetto, o scegli un altro nome',
  'package.of-another-body':
    'Il procedimento con questo nome lo disegna un altro ente: per cambiarlo tu, fanne una copia con un altro nome',
  'package.changed-elsewhere':
    'Intanto un’altra persona ha cambiato il file: non abbiamo salvato sopra, e il tuo testo resta nella pagina',
  'package.path-not-accepted':
    'Nel pacchetto un file con questo nome non può stare: vanno bene procedure.bpmn, service.json, parameters.json, README.md e i file di forms, decisions, templates, apis, translations e scenarios',
  'package.too-large': 'Il pacchetto è troppo grande, o ha troppi file',
  'package.unsafe-archive': 'L’archivio non si può leggere come pacchetto: è rovinato, protetto o troppo grande',
  'package.four-eyes': 'Nel tuo ente pubblica una persona diversa da chi ha fatto l’ultima modifica',
  'draft.not-found': 'La bozza non esiste o non è tua',
  'draft.too-many': 'Hai già 50 bozze: invia o elimina quelle che non ti servono, poi inizia di nuovo',
  'draft.changed-elsewhere': 'La bozza è stata salvata intanto da un’altra finestra',
  'draft.already-submitted': 'Questa richiesta è già stata inviata',
  'draft.form-changed': 'Il modulo è cambiato: controlla le risposte prima di inviare',
  'mail-address.link-not-valid': 'Il collegamento non vale: è scaduto, è già stato usato o non è tuo',
  'mail-address.unchanged': 'Gli avvisi di questa pratica arrivano già a questo indirizzo',
  'upload.not-found': 'Il file non c’è o non è tuo',
  'upload.too-many-unsent':
    'I file caricati e non ancora inviati sono troppi: invia la richiesta, o elimina quelli che non servono',
  'upload.too-large': 'Il file è troppo grande',
  'upload.kind-not-accepted': 'Questo tipo di file non si può allegare',
  'upload.empty': 'Il file è vuoto',
  'upload.heic':
    'È una foto HEIC, che gli uffici non riescono ad aprire: salvala o condividila come JPG e caricala di nuovo',
  'upload.macros': 'Il documento contiene delle macro: salvalo senza macro e caricalo di nuovo',
  'upload.encrypted': 'Per aprire il file serve una password: toglila e caricalo di nuovo',
  'upload.unsafe-archive':
    'L’archivio non si può accettare: è rovinato, contiene troppi file o, una volta aperto, occupa troppo spazio',
  'upload.unsafe-xml':
    'Il file XML contiene una dichiarazione DOCTYPE, che per sicurezza non si accetta: toglila e caricalo di nuovo',
  'upload.too-deep': 'Il file contiene troppi elementi uno dentro l’altro e per sicurezza non si accetta',
  'upload.too-many-pixels': 'L’immagine è troppo grande: riduci larghezza e altezza e caricala di nuovo',
  'upload.too-many-signers': 'Il file contiene troppe firme: se ne possono controllare 20',
  'upload.signed-too-large': 'Il file firmato è troppo grande: le firme si controllano in file fino a 64 MB',
  'upload.too-complex':
    'Il file è troppo complesso da controllare e per sicurezza non si accetta: prova a salvarlo di nuovo in un altro modo',
  'answers.invalid': 'Alcune risposte non vanno bene',
  'competence.no-body': 'Per il luogo indicato nessun ente di questo portale riceve la richiesta',
  'competence.other-body':
    'Per il luogo indicato è competente un altro ente: controlla a chi va la richiesta e invia di nuovo',
  'body.not-ready': 'L’ente non ha ancora messo tutto quello che serve per ricevere questa richiesta',
  'dossier.not-found': 'La pratica non esiste o non puoi vederla',
  'dossier.own': 'Sei parte di questa pratica: la leggi nel portale, fra le tue pratiche',
  'dossier.closed': 'La pratica è chiusa',
  'task.not-found': 'L’attività non esiste o non puoi vederla',
  'task.already-completed': 'L’attività è già stata completata',
  'task.claimed-by-another': 'L’attività è già in carico a un’altra persona',
  'task.not-claimed': 'Prima di lavorare l’attività bisogna prenderla in carico',
  'task.own-dossier': 'Non puoi lavorare una pratica di cui sei parte',
  'applicant.kind-not-admitted': 'In questo procedimento la domanda non si può presentare in questo modo',
  'task.conflict': 'Non puoi lavorare una pratica per la quale hai dichiarato un conflitto di interessi',
  'conflict.not-found': 'Il conflitto di interessi non c’è, oppure è già stato rimosso',
  'mandate.ended': 'La delega o il mandato con cui agisci è scaduto',
  'mandate.not-to-follow': 'La delega con cui agisci vale per presentare la domanda, non per seguire la pratica',
  'act.not-offered': 'Ora questa operazione non è possibile',
  'act.too-late': 'Il tempo per farlo è finito',
  'term.once': 'Il termine è già stato sospeso o prorogato: si può fare una volta sola',
  'term.not-changed': 'Il termine è già passato e la sua durata non si può più cambiare',
  'outcome.without-effect':
    'Il silenzio vale già come assenso: un diniego non ha più effetto (L. 241/1990, art. 2 c. 8-bis)',
  'wait.not-open': 'La pratica è già andata avanti',
  'step.failed': 'La pratica non può andare avanti: il procedimento ha un difetto',
  'record.broken': 'Il registro della pratica non torna',
  'service.unavailable': 'Il servizio non risponde: riprova fra poco',
  'service.busy': 'In questo momento le richieste sono troppe: riprova fra poco',
  'service.out-of-space': 'Lo spazio per i dati è finito e non abbiamo salvato nulla: riprova più tardi',
};

const reasons: Readonly<Record<DenialReason, string>> = {
  'wrong-audience': 'Questa operazione non si fa da qui.',
  'level-too-low': 'Serve un accesso con un livello di sicurezza più alto.',
  'not-a-party': 'Questa pratica non ti riguarda.',
  'mandate-ended': 'La delega o il mandato con cui agivi è scaduto: ora può agire solo la persona interessata.',
  'for-another': 'Questa attività è di un’altra persona.',
  'not-a-manager': 'Serve il ruolo di dirigente dell’ufficio: chiedilo a chi amministra il sistema.',
  'not-an-administrator': 'Serve il ruolo di amministratore dell’ente: chiedilo a chi amministra il sistema.',
  'not-an-analyst': 'Serve il ruolo di analista: chiedilo a chi amministra il sistema.',
  'mandate-not-to-follow': 'Con la tua delega si presenta la domanda: poi può agire solo la persona interessata.',
  'not-of-the-office': 'L’attività o la pratica non è del tuo ufficio, oppure serve un altro ruolo.',
  'not-addressed': 'Il documento o la comunicazione non è per te.',
  'system-only': 'Solo il sistema può farlo.',
  'dossier-closed': 'La pratica è chiusa.',
  'claimed-by-another': 'L’attività è in carico a un’altra persona.',
  'is-a-party': 'Sei parte in questa pratica: per legge la lavora una collega o un collega (L. 241/1990, art. 6-bis).',
  'has-conflict':
    'Hai dichiarato un conflitto di interessi: la pratica la lavora una collega o un collega (L. 241/1990, art. 6-bis).',
  'not-claimed': 'Prima devi prendere in carico l’attività.',
  'service-suspended': 'Il servizio è sospeso.',
  'not-by-application': 'Questo procedimento comincia d’ufficio: non si presenta una richiesta.',
};

/** Every problem in Italian. */
export const italianProblems: ProblemWords = {
  titles,
  reasons,
  lastDayWas: (day) => `L’ultimo giorno era ${theDayInWords(day)}.`,
  defect: 'Qualcosa non ha funzionato',
};
