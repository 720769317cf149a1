/** What Crier says of its own about digests. */
import { echo } from './commandPhrases.js'
import { count, list } from './phrases.js'

const EXAMPLES = 'such as “weekdays at 08:30”, “Mon, Thu 07:00” or “every 4 hours”'

export const schedulePhrases = {
  empty: `Say when, ${EXAMPLES}.`,
  tooLong: (limit: number) => `A schedule of more than ${count(limit, 'character')} is too long.`,
  notUnderstood: (word: string) =>
    `It is unclear what ${echo(word)} means in a schedule: use words ${EXAMPLES}, or cron.`,
  never: 'That never comes: there is no such day in any year.',
  tooOften: (minutes: number) => `That is too often: editions must be ${count(minutes, 'minute')} apart at least.`,
  noTime: 'At what time? Add one, as in “weekdays at 08:30”.',
  whichDay: (what: 'weekday' | 'dayOfMonth', word: string) =>
    what === 'weekday'
      ? `On which day of the week? ${echo(word)} needs one, as in “Mondays at 08:30”.`
      : `On which day of the month? ${echo(word)} needs one, as in “day 1 of the month at 08:30”.`,
  notATime: (text: string) =>
    `${echo(text)} is no time: hours go from 0 to 23, minutes from 00 to 59, and with am or pm hours from 1 to 12.`,
  noSeconds: (without: string) => `Seconds are not taken: leave them out, as in ${echo(without)}.`,
  notADayOfMonth: (text: string) => `${echo(text)} is no day of the month: they go from 1 to 31.`,
  unclearNumber: (text: string) =>
    `It is unclear what ${echo(text)} is: write “at 09:00” for a time, “day 1” for a day of the month.`,
  notEvery: (words: string) => `A digest repeats: if that is meant, write ${echo(`every ${words}`)}.`,
  oneOff: (word: string) => `A digest repeats, and ${echo(word)} comes once: name days of the week or of the month.`,
  uneven: (words: string) =>
    `${echo(words)} cannot be kept: only hours and minutes can be counted; name weekdays, days of the month or months.`,
  nthWeekday: (words: string) =>
    `${echo(words)} cannot be kept: name weekdays, or days of the month by their number from 1 to 31.`,
  onlyWeekdaysLeftOut: 'Only weekdays can be left out, as in “daily except Sunday at 09:00”; give dates as quiet days.',
  noDayLeft: 'That leaves no day of the week.',
  either: 'A digest cannot choose: join days and times by “and” in the place of “or”.',
  eitherHalf: (text: string) => `${echo(text)} could be am or pm: write one of them, or 24 hours for all times.`,
  notInPart: (text: string, part: string) =>
    `${echo(text)} is no time of the ${part}: write it in 24 hours, such as 20:00.`,
  partOfSteps: (words: string) => `Say from when to when, as in ${echo(`${words} from 08:00 to 12:00`)}.`,
  apart:
    'One digest has the same times on all its days: make a second digest for other times, or name all days first and all times behind.',
  unjoined: (first: string, second: string) =>
    `It is unclear how ${echo(first)} and ${echo(second)} belong together: join two times by “and”, write one as 08:30.`,
  unlikeEnds: 'The two ends of a range must be of one kind: two weekdays, days of the month, months or times.',
  backwards: (range: string) =>
    `${echo(range)} runs backwards: a range ends later than it begins, on the same day, in the same month.`,
  spanWithoutStep: (from: string, to: string) =>
    `How often from ${from} to ${to}? Write “every 2 hours from ${from} to ${to}”, or one time.`,
  stepAndTimes: (words: string) => `${echo(words)} and a time exclude each other: to limit it, say from when to when.`,
  noStep: 'How often? Every 0 minutes is no schedule.',
  doesNotDivide: (words: string) =>
    `${echo(words)} does not come out even with the day: use 1, 2, 3, 4, 6, 8 or 12 hours, or 15, 20, 30, 45 or 90 minutes.`,
  timeZone: (word: string) => `${echo(word)} is a time zone: give it apart from the times, as the option timezone.`,
  fiveFields: (fields: number) =>
    `Cron takes five fields (minute, hour, day of the month, month, weekday), and there ${fields === 1 ? 'is' : 'are'} ${fields}.`,
  cronField: (part: string, { name, min, max }: { name: string; min: number; max: number }) =>
    `${echo(part)} is nothing for the ${name} of cron: it goes from ${min} to ${max}, with lists (1,3), ranges (1-5) and steps (*/2).`,
  stepNeedsRange: (part: string, range: string) => `${echo(part)} is unclear in cron: write ${echo(range)}.`,
  unknownNickname: (word: string, known: readonly string[]) => `${echo(word)} is not known: use ${list(known, 'or')}.`,
}

export const quietDayPhrases = {
  tooLong: (limit: number) => `Quiet days of more than ${count(limit, 'character')} are too long.`,
  notADay: (words: string) =>
    `${echo(words)} is no date: write quiet days as 25 December 2026 or 2026-12-25, with commas between them, or as 2026-12-24 to 2027-01-02.`,
  noSuchDay: (words: string) => `There is no ${echo(words)} in the calendar.`,
  unclearOrder: (words: string) => `${echo(words)} can be read in two ways: write it as 2026-12-25.`,
  backwards: (words: string) => `${echo(words)} runs backwards: the first day comes before the last.`,
  tooMany: (limit: number) => `More than ${count(limit, 'quiet day')} are too many: pause the digest for long breaks.`,
  tooFar: (words: string, years: number) => `${echo(words)} is more than ${count(years, 'year')} from now.`,
}

/** A schedule in words, each of which is read back. */
export const timetablePhrases = {
  daily: 'daily',
  weekdays: 'weekdays',
  weekends: 'weekends',
  list: (names: readonly string[]) => list(names),
  range: (first: string, last: string) => `${first} to ${last}`,
  daysOfMonth: (days: readonly string[], number: number) =>
    `${number === 1 ? 'day' : 'days'} ${list(days)} of the month`,
  on: (days: string) => `on ${days}`,
  months: (names: readonly string[]) => `in ${list(names)}`,
  at: (times: readonly string[]) => `at ${list(times)}`,
  every: (minutes: number) => `every ${distance(minutes)}`,
  everyWithin: (minutes: number, from: string, to: string) => `every ${distance(minutes)} from ${from} to ${to}`,
}

/** "hour", "4 hours", "90 minutes" */
function distance(minutes: number): string {
  if (minutes % 60 !== 0) return count(minutes, 'minute')
  return minutes === 60 ? 'hour' : count(minutes / 60, 'hour')
}

/** What became of an edition, for its ledger and for who made the digest. */
export const runnerPhrases = {
  title: (topics: readonly string[], day: string) =>
    `Briefing${topics.length === 0 ? '' : ` on ${list(topics.map(echo))}`}, ${day}`,
  tooMany: (most: number) =>
    `There are ${most} digests here already, and a workspace or server may have no more: \`/digest delete ID\` makes room.`,
  folded: (edition: string | null) =>
    edition === null
      ? 'It could not go out at its time, and no edition follows.'
      : `It could not go out at its time; its news belongs to the edition of ${edition}.`,
  skipped: 'It could not go out at its time, and this digest leaves out what is late.',
  andBefore: 'Those before it are not listed.',
  pausedBefore: 'The digest was paused before it went out.',
  interrupted: 'Crier was stopped while it was posting this, and whether it was posted nobody can tell any more.',
  givenUp: (attempts: number) => `It was begun ${attempts} times and never came to an end.`,
  unforeseen: (id: string) => `Something went wrong that was not foreseen; the log has it under the id ${id}.`,
  withoutDetails: (reason: string) => `The summary was posted, and not all details under it: ${reason}`,
  pausedTitle: (id: string) => `Digest ${id} is paused`,
  paused: (id: string, reason: string) =>
    `${reason} Nothing of its settings is lost: \`/digest resume ${id}\` lets it go on, and \`/digest edit ${id}\` sends it elsewhere.`,
  resume: 'Resume',
}
