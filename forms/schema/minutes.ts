import { schemaOf } from '../fields/schemas.ts';
import { isGroup, isList, isText } from './components.ts';
import type { Component, FormDocument } from './document.ts';

/** Words that an adult reads in a minute, taken low: people read officialese with care. */
const WORDS_A_MINUTE = 160;

/** Seconds to take in a page and go on to the next one, and to read the summary. */
const PAGE_SECONDS = 20;
const SUMMARY_SECONDS = 60;

const readingSeconds = (text: string | undefined): number =>
  text === undefined ? 0 : (text.split(/\s+/).filter((word) => word !== '').length * 60) / WORDS_A_MINUTE;

function seconds(component: Component): number {
  if (isText(component)) return readingSeconds(component.text);
  const reading = readingSeconds(component.label) + readingSeconds(component.description);
  if (isGroup(component) || isList(component)) return reading + total(component.components);
  return reading + schemaOf(component).seconds;
}

const total = (components: readonly Component[]): number =>
  components.reduce((sum, component) => sum + seconds(component), 0);

/**
 * How many minutes a careful person needs to fill in the form: the time of each field by its type plus the reading of
 * labels, hints and texts, repeating groups once, hidden fields included; from ten minutes on rounded up to five. An
 * estimate for the service card, not a measurement.
 */
export function fillingMinutes(form: FormDocument): number {
  const pages = form.components.filter(isGroup).length;
  const minutes = Math.ceil((total(form.components) + Math.max(pages, 1) * PAGE_SECONDS + SUMMARY_SECONDS) / 60);
  return minutes > 10 ? Math.ceil(minutes / 5) * 5 : minutes;
}
