/** A sentence for every issue code; each names what was expected, and the value when it helps. */
export const issues = {
  field: {
    required: 'Fill in “{{label}}”: it is required',
    'required-checkbox': 'To go on, tick “{{label}}”',
    'required-radio': 'Choose an option in “{{label}}”',
    'required-select': 'Choose an option in “{{label}}”',
    'required-checklist': 'Choose at least one option in “{{label}}”',
    'required-filepicker': 'Upload a file in “{{label}}”',
    'required-datetime': 'Give a date in “{{label}}”',
    'required-body': 'Choose a public body in “{{label}}”',
    'required-person': 'Fill in the details of the person in “{{label}}”',
    'required-company': 'Fill in the details of the company in “{{label}}”',
    'required-address': 'Fill in the address in “{{label}}”',
    'required-municipality': 'Choose a municipality in “{{label}}”',
    'required-cadastral-parcel': 'Give the land registry details in “{{label}}”',
    'required-period': 'Give both dates in “{{label}}”',
    'required-map': 'Say where in “{{label}}”, on the map or by coordinates',
    'required-signature': 'To go on, confirm “{{label}}”',
    'required-declarations': 'Read and tick the declarations in “{{label}}”',
    'reason-required': 'Write why you corrected “{{label}}”: the administration already knew a value',
    rule: '{{message}}',
    unknown: 'The form has no field “{{key}}”',
    closed: 'The office has not asked you to correct “{{label}}”: leave the answer as it was',
    'wrong-type': 'The value of “{{label}}” is not of the expected type ({{expected}})',
  },
  text: {
    'too-short': 'Write at least {{min}} characters in “{{label}}”: there are {{given}} now',
    'too-long': 'Write at most {{max}} characters in “{{label}}”: there are {{given}} now',
    pattern: 'Check “{{label}}”: the value does not have the required form',
    'pattern-explained': '{{label}}: {{expected}}',
  },
  number: {
    unreadable: 'Write a number in “{{label}}”, for example 1250,50',
    twofold:
      'In “{{label}}” “{{given}}” can be read in two ways: write {{one}} for a whole number, {{other}} for one with decimals',
    whole: 'Write a whole number in “{{label}}”, without decimals',
    decimals: 'Write at most {{decimals}} decimals in “{{label}}”',
    'too-small': 'Write a number of at least {{min}} in “{{label}}”: you wrote {{given}}',
    'too-large': 'Write a number of at most {{max}} in “{{label}}”',
  },
  choice: {
    unverified: 'The option chosen in “{{label}}” could not be verified: try again shortly',
    unknown: 'Choose one of the listed options in “{{label}}”: “{{given}}” is not one of them',
  },
  date: {
    unreadable: 'Write a date that exists in “{{label}}”, such as 04/10/2026: “{{given}}” is none',
    'no-such-day': 'Check “{{label}}”: there is no such day as {{given}}',
    'short-year': 'Write the year in “{{label}}” with four digits, such as 04/10/2026: you wrote {{given}}',
    half: 'Complete “{{label}}” with day, month and year, such as 04/10/2026: you wrote {{given}}',
    missing: 'Give the day in “{{label}}” as well',
    'too-early': 'Give a date from {{min}} on in “{{label}}”: you wrote {{given}}',
    'too-late': 'Give a date no later than {{max}} in “{{label}}”: you wrote {{given}}',
  },
  time: {
    unreadable: 'Write a time that exists in “{{label}}”, such as 09:30: “{{given}}” is none',
    missing: 'Give the time in “{{label}}” as well',
    'too-early': 'Give a time from {{min}} on in “{{label}}”: you wrote {{given}}',
    'too-late': 'Give a time not after {{max}} in “{{label}}”: you wrote {{given}}',
  },
  period: {
    backwards: 'In “{{label}}” the period ends ({{to}}) before it begins ({{from}}): correct one of the dates',
    'too-short': 'The period in “{{label}}” lasts {{given}} days: the minimum is {{min}}',
    'too-long': 'The period in “{{label}}” lasts {{given}} days: the maximum is {{max}}',
  },
  municipality: {
    unreadable: 'Choose a municipality from the list in “{{label}}”',
    unverified: 'The municipality in “{{label}}” could not be verified: try again shortly',
    unknown: 'The list of ISTAT does not have the municipality in “{{label}}” ({{given}}): choose it from the list',
    'not-yet': 'In “{{label}}” the municipality of {{name}} did not exist yet on {{on}}: it has existed since {{from}}',
    'no-longer': 'In “{{label}}” the municipality of {{name}} no longer existed on {{on}}: it existed until {{to}}',
  },
  'cadastral-parcel': {
    section: 'Write the section with 1 to 3 letters or digits: “{{given}}” is not right',
    sheet: 'Write the sheet as a number from 1 to 9999: “{{given}}” is not right',
    parcel:
      'Write the parcel as a number of up to 5 digits, with the denominator if any, such as 345/2: “{{given}}” is not right',
    subaltern: 'Write the unit as a number from 1 to 9999: “{{given}}” is not right',
  },
  map: {
    unreadable: 'Give a point in “{{label}}”',
    unverified: 'The place in “{{label}}” could not be verified: try again shortly',
    'bad-latitude': 'Write the latitude in decimal degrees, such as 44.494887: “{{given}}” is not right',
    'bad-longitude': 'Write the longitude in decimal degrees, such as 11.342616: “{{given}}” is not right',
    'too-few': 'Give at least {{min}} different vertices in “{{label}}”: there are {{given}} now',
    'too-many': 'Give at most {{max}} vertices in “{{label}}”: there are {{given}} now',
    crossing: 'The sides of the area in “{{label}}” cross or touch: check the order of the vertices',
    'outside-region': 'In “{{label}}” the point {{given}} is not in Emilia-Romagna',
    'outside-municipality': 'In “{{label}}” the point {{given}} is not in the municipality that you named',
  },
  signature: {
    'no-name': 'Write your name and surname in “{{label}}”',
    'no-instant': 'Confirm “{{label}}” again: it is not known when you did',
    'text-changed': 'The text of “{{label}}” has changed: read it and confirm again',
  },
  declarations: {
    missing: 'This declaration is missing: “{{declaration}}”. Read it and tick it',
    'text-changed': 'The text of this declaration has changed: “{{declaration}}”. Read it and tick it again',
  },
  email: {
    unreadable: 'Write a whole address in “{{label}}”, such as name@example.com: “{{given}}” is not one',
  },
  telephone: {
    unreadable: 'Write a telephone number of 6 to 15 digits in “{{label}}”, such as 051 1234567',
  },
  url: {
    unreadable: 'Write the address of a web page in “{{label}}”, such as https://www.example.com',
  },
  body: {
    unreadable: 'Choose a public body from the list in “{{label}}”',
  },
  'fiscal-code': {
    shape: 'Check “{{label}}”: an Italian fiscal code has 16 characters, such as RSSMRA80A01A944I; you wrote {{given}}',
    'birth-date': 'Check “{{label}}”: the day of birth in {{given}} does not exist',
    'control-character': 'Check “{{label}}”: the last letter of {{given}} does not match the others',
    'eleven-digits': 'Check “{{label}}”: {{given}} is not a valid code of 11 digits',
    'not-a-body': 'Write the fiscal code of a company or body in “{{label}}”, with 11 digits',
    'family-name': 'Check “{{label}}”: the first three letters of {{given}} do not match the family name',
    'given-name':
      'Check “{{label}}”: the fourth to sixth letters of {{given}} do not match the given names; write all names on the health card',
    'born-on': 'Check “{{label}}”: {{given}} does not match the date of birth',
    sex: 'Check “{{label}}”: {{given}} does not match the sex',
    'born-in':
      'Check “{{label}}”: {{given}} does not match the place of birth; give the municipality as it was at the time',
  },
  amount: {
    unreadable: 'Write an amount in euro in “{{label}}”, for example 1250,50: “{{given}}” is not one',
    decimals: 'Write an amount with at most two decimals in “{{label}}”: the cents',
    'too-small': 'Write an amount of at least {{min}} in “{{label}}”: you wrote {{given}}',
    'too-large': 'Write an amount of at most {{max}} in “{{label}}”: you wrote {{given}}',
  },
  iban: {
    shape:
      'Check “{{label}}”: an IBAN begins with two letters and two digits, such as IT60 X054 2811 1010 0000 0123 456',
    country: 'Check “{{label}}”: {{country}} is not a country that uses the IBAN',
    structure:
      'Check “{{label}}”: {{given}} does not have the length or form of the IBANs of {{country}}; Italian ones have 27 characters',
    control: 'Check “{{label}}”: in {{given}} the two digits after {{country}} do not match the others',
    'not-italian': 'Write the IBAN of an Italian account in “{{label}}”: it begins with IT',
  },
  'certified-mail': {
    unreadable:
      'Write a whole certified mail address in “{{label}}”, such as name@pec.example.com: “{{given}}” is not one',
  },
  'vat-number': {
    shape: 'Check “{{label}}”: an Italian VAT number has 11 digits; you wrote {{given}}',
    control: 'Check “{{label}}”: the last digit of {{given}} does not match the others',
  },
  cup: {
    shape: 'Check “{{label}}”: a CUP has 15 characters, such as C11G06000000001; you wrote {{given}}',
  },
  cig: {
    shape: 'Check “{{label}}”: a CIG has 10 characters, digits and letters from A to F; you wrote {{given}}',
    control: 'Check “{{label}}”: the control characters of {{given}} do not match the others',
  },
  ateco: {
    shape:
      'Write an ATECO code of 2 to 6 digits in “{{label}}”, such as 56.10.11, without the letter of the section; you wrote {{given}}',
    division: 'Check “{{label}}”: no ATECO code begins with {{division}}; you wrote {{given}}',
  },
  address: {
    'postal-code': 'Write an Italian postal code of 5 digits in “{{label}}”, such as 40121; you wrote {{given}}',
    province: 'Write the letters of an Italian province in “{{label}}”, such as BO: “{{given}}” is not one',
  },
  company: {
    rea: 'Write the letters of the province and the number in “{{label}}”, such as BO-123456; you wrote {{given}}',
  },
  attachment: {
    unsigned: 'The file “{{name}}” holds no signature: sign it and upload it again in “{{label}}”',
    'signature-unreadable':
      'The signature of the file “{{name}}” cannot be read: sign it again with a digital signature program and upload it in “{{label}}”',
    'signature-no-signer':
      'The file “{{name}}” does not say who signed it: sign it again with your certificate and upload it in “{{label}}”',
    'signature-no-content':
      'The file “{{name}}” holds the signature only, without the document: upload a file with both in “{{label}}”',
    'signature-content':
      'The document inside the signed file “{{name}}” is not in an accepted format: upload a signed PDF, for example, in “{{label}}”',
    'signature-altered':
      'The file “{{name}}” has changed since it was signed: sign it again and upload it in “{{label}}”',
    'signature-extended':
      'Something was added to the file “{{name}}” after it was signed: sign it again and upload it in “{{label}}”',
    'signature-too-large':
      'The file “{{name}}” is too large for its signature to be checked: upload a signed file of up to 64 MB in “{{label}}”',
    'signed-otherwise': 'The file “{{name}}” in “{{label}}” must be signed in the {{expected}} format',
    unverified: 'The files of “{{label}}” could not be verified: try again shortly',
    unknown: 'The file “{{name}}” is no longer available: upload it again in “{{label}}”',
    empty: 'The file “{{name}}” is empty: upload a file with content in “{{label}}”',
    'wrong-kind': 'The file “{{name}}” is not in an accepted format for “{{label}}”: {{expected}}',
    heic: 'The file “{{name}}” is a HEIC photo, which the offices cannot open: save or share it as JPG and upload it in “{{label}}”',
    'too-large': 'The file “{{name}}” is {{size}}: the maximum in “{{label}}” is {{max}}',
    'too-many': 'You can upload at most {{max}} files in “{{label}}”: there are {{given}} now',
    failed: 'The upload of “{{name}}” failed: check your connection and try again',
  },
  list: {
    'too-few': 'Add items to “{{label}}”: the minimum is {{min}}, there are {{given}} now',
    'too-many': 'Remove items from “{{label}}”: the maximum is {{max}}, there are {{given}} now',
  },
  form: {
    'bad-member': '{{path}}: the value is missing or not of the expected type ({{expected}})',
    'unknown-type': '{{path}}: there is no field type “{{value}}”',
    'wrong-carrier': '{{path}}: this field cannot be a “{{value}}”; allowed: {{expected}}',
    'bad-key': '{{path}}: “{{value}}” cannot be a key; use plain letters, digits and underscores',
    'key-twice': '{{path}}: the key “{{value}}” is already used in {{first}}',
    'page-twice': '{{path}}: the page id “{{value}}” is already used',
    'no-expression': '{{path}}: the expression “{{value}}” must begin with =',
    'bad-expression': '{{path}}: {{fault}}',
    'open-block': '{{path}}: the mark “{{value}}” is not closed or not opened',
    'bad-pattern':
      '{{path}}: the regular expression “{{value}}” is not well written, or uses references (\\1) or looks ahead (?=…), which are not allowed',
    'no-choices': '{{path}}: the list of options is missing',
    'choice-twice': '{{path}}: the value “{{value}}” occurs twice in the list',
    'unknown-subtype': '{{path}}: there is no subtype “{{value}}”; allowed: {{expected}}',
    'bad-limit': '{{path}}: the limit “{{value}}” is neither a date YYYY-MM-DD nor today',
    'bad-property': '{{path}}: the value “{{value}}” is not foreseen; allowed: {{expected}}',
    'too-deep': '{{path}}: groups are nested more than {{max}} levels deep',
    'group-path': '{{path}}: a group cannot have a path of its own; use a repeating group',
  },
  unnamed: 'Check “{{path}}”: the value is not right ({{code}})',
} as const;
