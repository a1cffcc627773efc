import { fullName } from '../../../forms/schema/full-name.ts';
import type { DemoPerson } from '../../core/demo.ts';
import { escapeHtml, htmlPage } from './html-page.ts';
import type { Audience } from './provider.ts';

const titles: Readonly<Record<Audience, string>> = {
  citizen: 'Entra con SPID o CIE — identità di prova',
  office: 'Entra con l’identità dell’ufficio — identità di prova',
};

/** The page where a development machine asks as whom to sign in. Plain HTML: it works without scripts. */
export function signInPage(page: {
  readonly audience: Audience;
  readonly people: readonly DemoPerson[];
  /** Where the choice is sent. */
  readonly action: string;
  readonly abortAction: string;
}): string {
  return localPage(
    titles[page.audience],
    `<p class="lead">Scegli chi vuoi essere. Le persone e i dati sono inventati: questa pagina prende il posto del fornitore
     di identità e non esiste in produzione.</p>
     <form method="post" action="${escapeHtml(page.action)}">
       <ul class="people">${page.people.map(person).join('')}</ul>
       <details>
         <summary>Livello di garanzia</summary>
         <label for="level">Livello con cui entrare</label>
         <select id="level" name="level">
           <option value="1">Livello 1: solo la parola d’ordine (non basta per presentare una richiesta)</option>
           <option value="2" selected>Livello 2: parola d’ordine e codice temporaneo</option>
           <option value="3">Livello 3: dispositivo fisico</option>
         </select>
       </details>
     </form>
     <form method="post" action="${escapeHtml(page.abortAction)}"><button class="link" type="submit">Annulla e torna indietro</button></form>`,
  );
}

/** The page for a sign-in that was left open too long or was opened from an old link. */
export function expiredPage(): string {
  return localPage(
    'L’accesso è scaduto',
    '<p class="lead">Questa richiesta di accesso non è più valida. Torna al servizio e scegli di nuovo di entrare.</p><p><a href="/">Vai al portale</a></p>',
  );
}

function person(demo: DemoPerson): string {
  const name = fullName(demo);
  return `<li><button type="submit" name="username" value="${escapeHtml(demo.username)}">
    <span class="name">Entra come ${escapeHtml(name)}</span>
    <span class="part">${escapeHtml(demo.part)}</span>
  </button></li>`;
}

function localPage(title: string, content: string): string {
  const header = 'Fornitore di identità locale <span>solo per lo sviluppo</span>';
  return htmlPage({ title, header, content, styleHref: '/idp/style.css' });
}
