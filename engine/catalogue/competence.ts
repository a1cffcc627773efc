import { isGroup, isText } from '../../forms/schema/components.ts';
import { typeName } from '../../forms/fields/schemas.ts';
import type { Component } from '../../forms/schema/document.ts';
import { errorIn, type Finding } from '../findings/finding.ts';
import { componentsIn, type Parts } from './expressions.ts';

/** The types of fields that name a municipality. */
const places = ['municipality', 'cadastral-parcel', 'address'];

/** The answer from which the competent body follows has to name a place, and the form of the application to ask it. */
export function checkCompetence({ service, forms, startFormId }: Parts): readonly Finding[] {
  const { from } = service.competence;
  const form = forms[startFormId];
  if (from === undefined || form === undefined) return [];
  const isPlace = componentsIn(form.components).some((component) => namesPlace(component, from.place));
  return isPlace ? [] : [errorIn('service.json', 'competence.place', { place: from.place })];
}

const namesPlace = (component: Component, key: string): boolean =>
  !isText(component) &&
  !isGroup(component) &&
  'key' in component &&
  component.key === key &&
  places.includes(typeName(component));
