/**
 * A sentence for every issue code; a dot of the code is a step into this object. Each names what was expected, and the
 * value when it helps. Citizens are addressed with "tu".
 */
export const issues = {
  field: {
    required: 'Compila il campo «{{label}}»: è obbligatorio',
    'required-checkbox': 'Per andare avanti spunta «{{label}}»',
    'required-radio': 'Scegli una voce in «{{label}}»',
    'required-select': 'Scegli una voce in «{{label}}»',
    'required-checklist': 'Scegli almeno una voce in «{{label}}»',
    'required-filepicker': 'Carica un file in «{{label}}»',
    'required-datetime': 'Indica una data in «{{label}}»',
    'required-body': 'Scegli un ente in «{{label}}»',
    unknown: 'Il modulo non ha il campo «{{key}}»',
    'wrong-type': 'Il valore di «{{label}}» non è del tipo atteso ({{expected}})',
  },
  text: {
    'too-short': 'Scrivi almeno {{min}} caratteri in «{{label}}»: ora sono {{given}}',
    'too-long': 'Scrivi al massimo {{max}} caratteri in «{{label}}»: ora sono {{given}}',
    pattern: 'Controlla «{{label}}»: il valore non ha la forma richiesta',
    'pattern-explained': '{{label}}: {{expected}}',
  },
  number: {
    unreadable: 'Scrivi un numero in «{{label}}», per esempio 1.250,50',
    whole: 'Scrivi un numero intero in «{{label}}», senza decimali',
    decimals: 'Scrivi al massimo {{decimals}} cifre decimali in «{{label}}»',
    'too-small': 'Scrivi un numero non inferiore a {{min}} in «{{label}}»: hai scritto {{given}}',
    'too-large': 'Scrivi un numero non superiore a {{max}} in «{{label}}»',
  },
  choice: {
    unknown: 'Scegli in «{{label}}» una delle voci in elenco: «{{given}}» non c’è',
  },
  date: {
    unreadable: 'Scrivi in «{{label}}» una data che esiste, come 04/10/2026',
    'too-early': 'Indica in «{{label}}» una data dal {{min}} in poi: hai scritto {{given}}',
    'too-late': 'Indica in «{{label}}» una data non successiva al {{max}}: hai scritto {{given}}',
  },
  email: {
    unreadable: 'Scrivi in «{{label}}» un indirizzo completo, come nome@esempio.it: «{{given}}» non lo è',
  },
  telephone: {
    unreadable: 'Scrivi in «{{label}}» un numero di telefono da 6 a 15 cifre, come 051 1234567',
  },
  url: {
    unreadable: 'Scrivi in «{{label}}» l’indirizzo di una pagina web, come https://www.esempio.it',
  },
  body: {
    unreadable: 'Scegli in «{{label}}» un ente dall’elenco',
  },
  'fiscal-code': {
    shape: 'Controlla «{{label}}»: un codice fiscale ha 16 caratteri, come RSSMRA80A01A944I; hai scritto {{given}}',
    'birth-date': 'Controlla «{{label}}»: in {{given}} il giorno di nascita non esiste',
    'control-character': 'Controlla «{{label}}»: in {{given}} l’ultima lettera non corrisponde alle altre',
    'eleven-digits': 'Controlla «{{label}}»: {{given}} non è un codice di 11 cifre valido',
    'not-a-person': 'Scrivi in «{{label}}» il codice fiscale di una persona, di 16 caratteri',
    'not-a-body': 'Scrivi in «{{label}}» il codice fiscale di un’impresa o di un ente, di 11 cifre',
  },
  attachment: {
    unverified: 'Non è stato possibile verificare i file di «{{label}}»: riprova tra poco',
    unknown: 'Il file «{{name}}» non è più disponibile: caricalo di nuovo in «{{label}}»',
    empty: 'Il file «{{name}}» è vuoto: carica in «{{label}}» un file con un contenuto',
    'wrong-kind': 'Il file «{{name}}» non è tra i formati ammessi in «{{label}}»: {{expected}}',
    'too-large': 'Il file «{{name}}» pesa {{size}}: in «{{label}}» il massimo è {{max}}',
    'too-many': 'Puoi caricare al massimo {{max}} file in «{{label}}»: ora sono {{given}}',
    failed: 'Il caricamento di «{{name}}» non è riuscito: controlla la connessione e riprova',
  },
  list: {
    'too-few': 'Aggiungi voci in «{{label}}»: il minimo è {{min}}, ora sono {{given}}',
    'too-many': 'Togli voci da «{{label}}»: il massimo è {{max}}, ora sono {{given}}',
  },
  form: {
    'bad-member': '{{path}}: il valore manca o non è del tipo atteso ({{expected}})',
    'unknown-type': '{{path}}: il tipo di campo «{{value}}» non esiste',
    'wrong-carrier': '{{path}}: questo campo non può essere un «{{value}}»; sono ammessi: {{expected}}',
    'bad-key': '{{path}}: «{{value}}» non può essere una chiave; usa lettere senza accenti, cifre e trattino basso',
    'key-twice': '{{path}}: la chiave «{{value}}» è già usata in {{first}}',
    'page-twice': '{{path}}: l’identificativo di pagina «{{value}}» è già usato',
    'no-expression': '{{path}}: l’espressione «{{value}}» deve iniziare con =',
    'bad-expression': '{{path}}: l’espressione «{{value}}» non è scritta bene ({{fault}})',
    'bad-pattern': '{{path}}: l’espressione regolare «{{value}}» non è scritta bene',
    'no-choices': '{{path}}: manca l’elenco delle voci tra cui scegliere',
    'choice-twice': '{{path}}: il valore «{{value}}» compare due volte nell’elenco',
    'unknown-subtype': '{{path}}: il sottotipo «{{value}}» non è previsto; è ammesso solo date',
    'bad-limit': '{{path}}: il limite «{{value}}» non è una data AAAA-MM-GG né today',
    'bad-property': '{{path}}: il valore «{{value}}» non è previsto; sono ammessi: {{expected}}',
    'group-path': '{{path}}: un gruppo non può avere un percorso proprio; usa un gruppo ripetuto',
  },
  unnamed: 'Controlla «{{path}}»: il valore non va bene ({{code}})',
} as const;
