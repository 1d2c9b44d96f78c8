const DAY_MS = 86_400_000;

/** Whether the text is a day of the calendar, `2026-11-21`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether less than that many days have passed. */
export function isWithin(since: string, today: string, days: number): boolean {
  return (Date.parse(today) - Date.parse(since)) / DAY_MS < days;
}
