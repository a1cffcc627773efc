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
    'required-person': 'Compila i dati della persona in «{{label}}»',
    'required-company': 'Compila i dati dell’impresa in «{{label}}»',
    'required-address': 'Compila l’indirizzo in «{{label}}»',
    'required-municipality': 'Scegli un comune in «{{label}}»',
    'required-cadastral-parcel': 'Indica i dati catastali in «{{label}}»',
    'required-period': 'Indica le due date in «{{label}}»',
    'required-map': 'Indica dove in «{{label}}», sulla mappa o con le coordinate',
    'required-signature': 'Per andare avanti conferma «{{label}}»',
    'required-declarations': 'Leggi e spunta le dichiarazioni in «{{label}}»',
    rule: '{{message}}',
    'reason-required': 'Scrivi perché hai corretto «{{label}}»: il valore era già noto all’amministrazione',
    unknown: 'Il modulo non ha il campo «{{key}}»',
    closed: 'L’ufficio non ha chiesto di correggere «{{label}}»: lascia la risposta com’era',
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
    twofold:
      'In «{{label}}» «{{given}}» si può leggere in due modi: scrivi {{one}} se è un numero intero, {{other}} se ha i decimali',
    whole: 'Scrivi un numero intero in «{{label}}», senza decimali',
    decimals: 'Scrivi al massimo {{decimals}} cifre decimali in «{{label}}»',
    'too-small': 'Scrivi un numero non inferiore a {{min}} in «{{label}}»: hai scritto {{given}}',
    'too-large': 'Scrivi un numero non superiore a {{max}} in «{{label}}»',
  },
  choice: {
    unverified: 'Non è stato possibile verificare la voce scelta in «{{label}}»: riprova tra poco',
    unknown: 'Scegli in «{{label}}» una delle voci in elenco: «{{given}}» non c’è',
  },
  date: {
    unreadable: 'Scrivi in «{{label}}» una data che esiste, come 04/10/2026: «{{given}}» non lo è',
    'no-such-day': 'Controlla «{{label}}»: il giorno {{given}} non esiste nel calendario',
    'short-year': 'Scrivi in «{{label}}» l’anno con quattro cifre, come 04/10/2026: hai scritto {{given}}',
    half: 'Completa «{{label}}» con giorno, mese e anno, come 04/10/2026: hai scritto {{given}}',
    missing: 'Indica anche il giorno in «{{label}}»',
    'too-early': 'Indica in «{{label}}» una data dal {{min}} in poi: hai scritto {{given}}',
    'too-late': 'Indica in «{{label}}» una data non successiva al {{max}}: hai scritto {{given}}',
  },
  time: {
    unreadable: 'Scrivi in «{{label}}» un’ora che esiste, come 09:30: «{{given}}» non lo è',
    missing: 'Indica anche l’ora in «{{label}}»',
    'too-early': 'Indica in «{{label}}» un’ora dalle {{min}} in poi: hai scritto {{given}}',
    'too-late': 'Indica in «{{label}}» un’ora non oltre le {{max}}: hai scritto {{given}}',
  },
  period: {
    backwards: 'In «{{label}}» il periodo finisce ({{to}}) prima di iniziare ({{from}}): correggi una delle due date',
    'too-short': 'Il periodo in «{{label}}» dura {{given}} giorni: il minimo è {{min}}',
    'too-long': 'Il periodo in «{{label}}» dura {{given}} giorni: il massimo è {{max}}',
  },
  municipality: {
    unreadable: 'Scegli in «{{label}}» un comune dall’elenco',
    unverified: 'Non è stato possibile verificare il comune di «{{label}}»: riprova tra poco',
    unknown: 'In «{{label}}» c’è un comune che l’elenco ISTAT non ha ({{given}}): sceglilo dall’elenco',
    'not-yet': 'In «{{label}}» il comune di {{name}} non esisteva ancora il {{on}}: esiste dal {{from}}',
    'no-longer': 'In «{{label}}» il comune di {{name}} non esisteva più il {{on}}: è esistito fino al {{to}}',
  },
  'cadastral-parcel': {
    section: 'Scrivi la sezione con 1-3 lettere o cifre: «{{given}}» non va bene',
    sheet: 'Scrivi il foglio con un numero da 1 a 9999: «{{given}}» non va bene',
    parcel:
      'Scrivi la particella con un numero fino a 5 cifre, con il denominatore se c’è, come 345/2: «{{given}}» non va bene',
    subaltern: 'Scrivi il subalterno con un numero da 1 a 9999: «{{given}}» non va bene',
  },
  map: {
    unreadable: 'Indica un punto in «{{label}}»',
    unverified: 'Non è stato possibile verificare il luogo in «{{label}}»: riprova tra poco',
    'bad-latitude': 'Scrivi la latitudine in gradi decimali, come 44.494887: «{{given}}» non va bene',
    'bad-longitude': 'Scrivi la longitudine in gradi decimali, come 11.342616: «{{given}}» non va bene',
    'too-few': 'Indica almeno {{min}} vertici diversi in «{{label}}»: ora sono {{given}}',
    'too-many': 'Indica al massimo {{max}} vertici in «{{label}}»: ora sono {{given}}',
    crossing: 'I lati dell’area in «{{label}}» si incrociano o si toccano: controlla l’ordine dei vertici',
    'outside-region': 'In «{{label}}» il punto {{given}} non è in Emilia-Romagna',
    'outside-municipality': 'In «{{label}}» il punto {{given}} non è nel comune che hai indicato',
  },
  signature: {
    'no-name': 'Scrivi il tuo nome e cognome in «{{label}}»',
    'no-instant': 'Conferma di nuovo «{{label}}»: non si sa quando lo hai fatto',
    'text-changed': 'Il testo di «{{label}}» è cambiato: rileggilo e conferma di nuovo',
  },
  declarations: {
    missing: 'Manca questa dichiarazione: «{{declaration}}». Leggila e spuntala',
    'text-changed': 'Il testo di questa dichiarazione è cambiato: «{{declaration}}». Rileggila e spuntala di nuovo',
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
    'not-a-body': 'Scrivi in «{{label}}» il codice fiscale di un’impresa o di un ente, di 11 cifre',
    'family-name': 'Controlla «{{label}}»: in {{given}} le prime tre lettere non corrispondono al cognome',
    'given-name':
      'Controlla «{{label}}»: in {{given}} le lettere dalla quarta alla sesta non corrispondono al nome; scrivi tutti i nomi della tessera sanitaria',
    'born-on': 'Controlla «{{label}}»: {{given}} non corrisponde alla data di nascita',
    sex: 'Controlla «{{label}}»: {{given}} non corrisponde al sesso indicato',
    'born-in':
      'Controlla «{{label}}»: {{given}} non corrisponde al luogo di nascita; indica il comune com’era alla nascita',
  },
  amount: {
    unreadable: 'Scrivi in «{{label}}» un importo in euro, per esempio 1.250,50: «{{given}}» non lo è',
    decimals: 'Scrivi in «{{label}}» un importo con al massimo due decimali: i centesimi',
    'too-small': 'Scrivi in «{{label}}» un importo non inferiore a {{min}}: hai scritto {{given}}',
    'too-large': 'Scrivi in «{{label}}» un importo non superiore a {{max}}: hai scritto {{given}}',
  },
  iban: {
    shape: 'Controlla «{{label}}»: un IBAN inizia con due lettere e due cifre, come IT60 X054 2811 1010 0000 0123 456',
    country: 'Controlla «{{label}}»: {{country}} non è la sigla di un paese che usa l’IBAN',
    structure:
      'Controlla «{{label}}»: {{given}} non ha la lunghezza o la forma degli IBAN di {{country}}; quelli italiani hanno 27 caratteri',
    control: 'Controlla «{{label}}»: in {{given}} le due cifre dopo {{country}} non corrispondono alle altre',
    'not-italian': 'Scrivi in «{{label}}» l’IBAN di un conto italiano: inizia con IT',
  },
  'certified-mail': {
    unreadable: 'Scrivi in «{{label}}» un indirizzo PEC completo, come nome@pec.esempio.it: «{{given}}» non lo è',
  },
  'vat-number': {
    shape: 'Controlla «{{label}}»: una partita IVA ha 11 cifre; hai scritto {{given}}',
    control: 'Controlla «{{label}}»: in {{given}} l’ultima cifra non corrisponde alle altre',
  },
  cup: {
    shape: 'Controlla «{{label}}»: un CUP ha 15 caratteri, come C11G06000000001; hai scritto {{given}}',
  },
  cig: {
    shape: 'Controlla «{{label}}»: un CIG ha 10 caratteri, cifre e lettere da A a F; hai scritto {{given}}',
    control: 'Controlla «{{label}}»: in {{given}} i caratteri di controllo non corrispondono agli altri',
  },
  ateco: {
    shape:
      'Scrivi in «{{label}}» un codice ATECO da 2 a 6 cifre, come 56.10.11, senza la lettera della sezione; hai scritto {{given}}',
    division: 'Controlla «{{label}}»: nessun codice ATECO inizia con {{division}}; hai scritto {{given}}',
  },
  address: {
    'postal-code': 'Scrivi in «{{label}}» un CAP italiano di 5 cifre, come 40121; hai scritto {{given}}',
    province: 'Scrivi in «{{label}}» la sigla di una provincia italiana, come BO: «{{given}}» non lo è',
  },
  company: {
    rea: 'Scrivi in «{{label}}» la sigla della provincia e il numero, come BO-123456; hai scritto {{given}}',
  },
  attachment: {
    unsigned: 'Il file «{{name}}» non contiene una firma: firmalo e caricalo di nuovo in «{{label}}»',
    'signature-unreadable':
      'La firma del file «{{name}}» non si legge: firmalo di nuovo, con un programma di firma digitale, e caricalo in «{{label}}»',
    'signature-no-signer':
      'Nel file «{{name}}» non si trova chi ha firmato: firmalo di nuovo con il tuo certificato e caricalo in «{{label}}»',
    'signature-no-content':
      'Il file «{{name}}» contiene solo la firma, senza il documento: carica in «{{label}}» un file che li contenga entrambi',
    'signature-content':
      'Il documento dentro il file firmato «{{name}}» non è di un formato ammesso: carica in «{{label}}» per esempio un PDF firmato',
    'signature-altered': 'Il file «{{name}}» è cambiato dopo la firma: firmalo di nuovo e caricalo in «{{label}}»',
    'signature-extended':
      'Al file «{{name}}» è stato aggiunto qualcosa dopo la firma: firmalo di nuovo e caricalo in «{{label}}»',
    'signature-too-large':
      'Il file «{{name}}» è troppo grande per controllarne la firma: in «{{label}}» carica un file firmato fino a 64 MB',
    'signed-otherwise': 'Il file «{{name}}» in «{{label}}» deve essere firmato in formato {{expected}}',
    unverified: 'Non è stato possibile verificare i file di «{{label}}»: riprova tra poco',
    unknown: 'Il file «{{name}}» non è più disponibile: caricalo di nuovo in «{{label}}»',
    empty: 'Il file «{{name}}» è vuoto: carica in «{{label}}» un file con un contenuto',
    'wrong-kind': 'Il file «{{name}}» non è tra i formati ammessi in «{{label}}»: {{expected}}',
    heic: 'Il file «{{name}}» è una foto HEIC, che gli uffici non riescono ad aprire: salvala o condividila come JPG e caricala in «{{label}}»',
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
    'bad-expression': '{{path}}: {{fault}}',
    'open-block': '{{path}}: il segno «{{value}}» non è chiuso o non è aperto',
    'bad-pattern':
      '{{path}}: l’espressione regolare «{{value}}» non è scritta bene, oppure usa riferimenti (\\1) o condizioni in avanti (?=…), che non sono ammessi',
    'no-choices': '{{path}}: manca l’elenco delle voci tra cui scegliere',
    'choice-twice': '{{path}}: il valore «{{value}}» compare due volte nell’elenco',
    'unknown-subtype': '{{path}}: il sottotipo «{{value}}» non è previsto; sono ammessi: {{expected}}',
    'bad-limit': '{{path}}: il limite «{{value}}» non è una data AAAA-MM-GG (o un’ora OO:MM) né today',
    'bad-property': '{{path}}: il valore «{{value}}» non è previsto; sono ammessi: {{expected}}',
    'too-deep': '{{path}}: i gruppi stanno uno dentro l’altro per più di {{max}} livelli',
    'group-path': '{{path}}: un gruppo non può avere un percorso proprio; usa un gruppo ripetuto',
  },
  unnamed: 'Controlla «{{path}}»: il valore non va bene ({{code}})',
} as const;
