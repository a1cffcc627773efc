import type { Temporal } from 'temporal-polyfill';

/** Whether a day is one that a field of a cron expression means. */
export type DayTest = (day: CalendarDay) => boolean;

/** What a cron expression looks at in a day. */
export type CalendarDay = Pick<Temporal.PlainDate, 'day' | 'dayOfWeek' | 'daysInMonth'>;

/**
 * The days of the month of one item that needs the calendar: `L` the last, `L-3` three days before it, `15W` the
 * working day next to the fifteenth, `LW` the last working day. Absent when the item is none of these.
 */
export function readMonthDay(item: string): DayTest | undefined {
  if (item === 'LW') return (day) => day.day === workingDayNextTo(day, day.daysInMonth);
  const [, before] = /^L(?:-([1-9]|[12]\d|30))?$/.exec(item) ?? [];
  if (item === 'L' || before !== undefined) return (day) => day.day === day.daysInMonth - Number(before ?? 0);
  const [, near] = /^([1-9]|[12]\d|3[01])W$/.exec(item) ?? [];
  if (near === undefined) return undefined;
  return (day) => Number(near) <= day.daysInMonth && day.day === workingDayNextTo(day, Number(near));
}

/**
 * The days of the week of one item that needs the calendar: `FRIL` the last Friday of the month, `MON#2` the second
 * Monday. `readDay` reads the name or number of the day. Absent when the item is none of these.
 */
export function readWeekday(item: string, readDay: (text: string) => number | undefined): DayTest | undefined {
  const [, name = '', last, nth] = /^(\w+?)(?:(L)|#([1-5]))$/.exec(item) ?? [];
  const weekday = readDay(name);
  if (weekday === undefined) return undefined;
  const isRight = ({ dayOfWeek }: CalendarDay) => dayOfWeek % 7 === weekday % 7;
  if (last !== undefined) return (day) => isRight(day) && day.day > day.daysInMonth - 7;
  return (day) => isRight(day) && Math.ceil(day.day / 7) === Number(nth);
}

// Saturday goes back to Friday and Sunday on to Monday, but never into another month.
function workingDayNextTo({ day, dayOfWeek, daysInMonth }: CalendarDay, wanted: number): number {
  const weekday = (((dayOfWeek - 1 + wanted - day) % 7) + 7) % 7;
  if (weekday === 5) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 6) return wanted === daysInMonth ? wanted - 2 : wanted + 1;
  return wanted;
}
