import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSchedule } from '../../src/digests/schedule/parse.js'
import { sayTimetable } from '../../src/digests/schedule/words.js'
import { UsageError } from '../../src/errors.js'
import { unlessRefused } from './unlessRefused.js'

describe('a schedule as people type it', () => {
  test.each([
    ['weekdays at 08:30', 'weekdays at 08:30'],
    ['weekdays 8.30', 'weekdays at 08:30'],
    ['WEEKDAYS　AT　０８：３０', 'weekdays at 08:30'],
    ['working days at 8:30', 'weekdays at 08:30'],
    ['mon-fri 8:30', 'weekdays at 08:30'],
    ['from Monday to Friday at 8', 'weekdays at 08:00'],
    ['weekdays at 0830', 'weekdays at 08:30'],
    ['weekdays at 1730', 'weekdays at 17:30'],
    ['daily at 9', 'daily at 09:00'],
    ['9', 'daily at 09:00'],
    ['8:30am', 'daily at 08:30'],
    ['@ 9', 'daily at 09:00'],
    ['daily at nine', 'daily at 09:00'],
    ['once a day at 9', 'daily at 09:00'],
    ['every day at 9am and 5pm', 'daily at 09:00 and 17:00'],
    ['8:30 p.m. and 9 A.M. daily', 'daily at 09:00 and 20:30'],
    ['daily at 8 o’clock', 'daily at 08:00'],
    ['daily at 12am', 'daily at 00:00'],
    ['daily at 12pm', 'daily at 12:00'],
    ['12:30 am', 'daily at 00:30'],
    ['noon', 'daily at 12:00'],
    ['12 noon', 'daily at 12:00'],
    ['weekdays at midnight', 'weekdays at 00:00'],
    ['every morning at 8', 'daily at 08:00'],
    ['weekday evenings at 7:30', 'weekdays at 19:30'],
    ['8 in the evening', 'daily at 20:00'],
    ['Mon, Thu 07:00', 'Monday and Thursday at 07:00'],
    ['Mondays & Thursdays at 7', 'Monday and Thursday at 07:00'],
    ['Tues/Weds/Thurs at 9', 'Tuesday to Thursday at 09:00'],
    ['fri to mon at 9', 'Monday and Friday to Sunday at 09:00'],
    ['weekends at 10', 'weekends at 10:00'],
    ['Mon Tue Wed Thu Fri Sat Sun at 9', 'daily at 09:00'],
    ['every 4 hours', 'every 4 hours'],
    ['every four hours', 'every 4 hours'],
    ['every 4h', 'every 4 hours'],
    ['every other hour', 'every 2 hours'],
    ['every half hour', 'every 30 minutes'],
    ['hourly', 'every hour'],
    ['every 24 hours', 'daily at 00:00'],
    ['every 90 minutes', 'every 90 minutes'],
    ['every 4 hours on weekdays', 'every 4 hours on weekdays'],
    ['weekdays every 2 hours from 08:00 to 18:00', 'every 2 hours from 08:00 to 18:00 on weekdays'],
    ['every hour between 9am and 5pm', 'every hour from 09:00 to 17:00'],
    ['hourly 9-17', 'every hour from 09:00 to 17:00'],
    ['every 7 hours from 1 to 22', 'every 7 hours from 01:00 to 22:00'],
    ['monthly on the 1st at 9', 'day 1 of the month at 09:00'],
    ['first day of each month at 9', 'day 1 of the month at 09:00'],
    ['on the 1st and 15th at 9:00', 'days 1 and 15 of the month at 09:00'],
    ['the 1st and 15 of the month at 9', 'days 1 and 15 of the month at 09:00'],
    ['days 20 to 25 at 9', 'days 20 to 25 of the month at 09:00'],
    ['1 January at 9', 'day 1 of the month in January at 09:00'],
    ['weekly on Mondays at 9', 'Monday at 09:00'],
    ['weekdays in nov to feb at 9', 'weekdays in January, February, November and December at 09:00'],
    ['mondays at 23:55 and 00:05', 'Monday at 00:05 and 23:55'],
    ['daily except Sunday at 9', 'Monday to Saturday at 09:00'],
    ['every day at 9 but not on weekends', 'weekdays at 09:00'],
    ['weekdays at 9, except Fridays', 'Monday to Thursday at 09:00'],
    ['every 4 hours excluding Sat and Sun', 'every 4 hours on weekdays'],
    ['twice daily at 8h30 and 17:00', 'daily at 08:30 and 17:00'],
    ['every day of the week at 9', 'daily at 09:00'],
    ['every hour on the hour during weekdays only', 'every hour on weekdays'],
    ['30 8 * * 1-5', 'weekdays at 08:30'],
    ['30 8 * * MON-FRI', 'weekdays at 08:30'],
    ['0 9 13 * fri', 'Friday and day 13 of the month at 09:00'],
    ['0 9 1 JAN,jul *', 'day 1 of the month in January and July at 09:00'],
    ['0 9-17/2 * * *', 'every 2 hours from 09:00 to 17:00'],
    ['*/15 * * * *', 'every 15 minutes'],
    ['0 8 * * 0', 'Sunday at 08:00'],
    ['0 8 * * 7', 'Sunday at 08:00'],
    ['0 8 * * 5-7', 'Friday to Sunday at 08:00'],
    ['0 8 * * sat-mon', 'Monday, Saturday and Sunday at 08:00'],
    ['0 8 1 * 0-6', 'daily at 08:00'],
    [
      '0 22-2/2 1 nov-feb ?',
      'day 1 of the month in January, February, November and December at 00:00, 02:00 and 22:00',
    ],
    ['0 8 29 2 *', 'day 29 of the month in February at 08:00'],
    ['@hourly', 'every hour'],
    ['@daily', 'daily at 00:00'],
    ['@weekly', 'Sunday at 00:00'],
    ['@monthly', 'day 1 of the month at 00:00'],
  ])('%j is %j', (typed, words) => {
    expect(sayTimetable(parseSchedule(typed))).toBe(words)
  })

  test('its numbers', () => {
    expect(parseSchedule('Sun, Thu and day 15 in June at 9am and 07:15')).toEqual({
      times: [435, 540],
      weekdays: [0, 4],
      daysOfMonth: [15],
      months: [6],
    })
    expect(parseSchedule('every 8 hours')).toEqual({
      times: [0, 480, 960],
      weekdays: null,
      daysOfMonth: null,
      months: null,
    })
  })
})

describe('what is refused, and why', () => {
  test.each([
    ['', /^Say when/u],
    [' \n ', /^Say when/u],
    ['x'.repeat(1_000_000), /too long/u],
    ['banana', /“banana”/u],
    ['jeden Tag um 9', /“jeden”/u],
    ['!', /“!”/u],
    ['weekdays', /At what time/u],
    ['daily', /At what time/u],
    ['every minute', /too often/u],
    ['every 14 minutes from 9 to 17', /too often/u],
    ['every 10 minutes', /too often/u],
    ['* * * * *', /too often/u],
    ['*/10 * * * *', /too often/u],
    ['9:00 and 9:10', /too often/u],
    ['23:55 and 00:05', /too often/u],
    ['Mon and Tue at 23:55 and 00:05', /too often/u],
    ['5,55 0,23 29,1 2,3 *', /too often/u],
    ['30 February at 9', /never comes/u],
    ['0 8 31 4,6 *', /never comes/u],
    ['day 31 in April at 9', /never comes/u],
    ['day 32 at 9', /no day of the month/u],
    ['25:00', /“25:00” is no time/u],
    ['daily at 24', /“24” is no time/u],
    ['daily at 8:60', /“8:60” is no time/u],
    ['daily at 8:5', /“8:5” is no time/u],
    ['daily at 13pm', /“13pm” is no time/u],
    ['daily at 0am', /“0am” is no time/u],
    ['daily at 8:30:00', /Seconds are not taken.*“8:30”/u],
    ['0 0 8 * * *', /Seconds are not taken.*“0 8 \* \* \*”/u],
    ['0 8 * *', /five fields .* 4/u],
    ['*', /there is 1/u],
    ['60 8 * * *', /“60” is nothing for the minute/u],
    ['0 24 * * *', /“24” is nothing for the hour/u],
    ['0 8 0 * *', /“0” is nothing for the day of the month/u],
    ['0 8 * 13 *', /“13” is nothing for the month/u],
    ['0 8 * * 8', /“8” is nothing for the weekday/u],
    ['0 8 L * *', /“l” is nothing/u],
    ['0 8 * * 5#2', /“5#2” is nothing/u],
    ['0 8 *-5 * *', /“\*-5” is nothing/u],
    ['*/0 8 * * *', /“\*\/0” is nothing/u],
    ['5/15 8 * * *', /“5-59\/15”/u],
    ['0 ? 1 * *', /“\?” is nothing for the hour/u],
    ['@reboot', /@daily/u],
    ['daily except at 9', /Only weekdays can be left out/u],
    ['daily at 9 except', /Only weekdays can be left out/u],
    ['daily at 9 except the 1st', /Only weekdays can be left out/u],
    ['day 1 except Sundays at 9', /Only weekdays can be left out/u],
    ['weekends except Sat and Sun at 9', /no day of the week/u],
    ['daily at 8 or 9', /cannot choose/u],
    ['tomorrow at 9', /“tomorrow” comes once/u],
    ['next Monday at 9', /“next” comes once/u],
    ['25 December 2026 at 9', /“2026” comes once/u],
    ['2026-12-25 at 9', /“2026” comes once/u],
    ['in 2 hours', /“every 2 hours”/u],
    ['weekly at 9', /which day of the week/u],
    ['monthly at 9', /which day of the month/u],
    ['every 2 days at 9', /cannot be kept/u],
    ['every 2nd day at 9', /cannot be kept/u],
    ['every other week on Monday at 9', /cannot be kept/u],
    ['fortnightly on Monday at 9', /cannot be kept/u],
    ['last day of the month at 9', /“last day” cannot be kept/u],
    ['first Monday of the month at 9', /“first monday” cannot be kept/u],
    ['every second Monday at 9', /“second monday” cannot be kept/u],
    ['Monday at 9 and Friday at 10', /second digest/u],
    ['1st of January and 15th of July at 9', /second digest/u],
    ['daily at 9 and 5pm', /“9” could be am or pm/u],
    ['every night at 1', /“1” is no time of the night/u],
    ['8am in the evening', /“8am” is no time of the evening/u],
    ['weekdays 8 30', /“8” and “30”/u],
    ['1 and 15 of the month at 9', /unclear what “1” is/u],
    ['from 9 to 17', /How often/u],
    ['every hour from 20:00 to 04:00', /backwards/u],
    ['days 25 to 20 at 9', /backwards/u],
    ['Monday to 5th at 9', /one kind/u],
    ['every 4 hours at 9', /exclude each other/u],
    ['every 4 hours in the morning', /from when to when/u],
    ['every 7 hours', /1, 2, 3, 4, 6, 8 or 12 hours/u],
    ['every 50 minutes', /15, 20, 30, 45 or 90 minutes/u],
    ['every 0 hours', /How often/u],
    ['weekdays at 8:30 EST', /“est” is a time zone/u],
    ['weekdays at 8:30 New York time', /“new york” is a time zone/u],
    ['weekdays at 8:30 Europe/London', /“europe\/london” is a time zone/u],
  ])('%j', (typed, reason) => {
    expect(() => parseSchedule(typed)).toThrow(UsageError)
    expect(() => parseSchedule(typed)).toThrow(reason)
  })
})

const PIECES =
  `at on the every each 9 09:30 9am 15 1st mon fri weekdays june hours minutes day days of month and , - to from between or noon half
  other * */15 0 1-5 @daily morning / . : last next 2026 hourly weekly ï ５ ½`.split(/\s+/u)

test('any words are a schedule that is read back, or refused in words', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }), (pieces) => {
      const found = unlessRefused(() => parseSchedule(pieces.join(' ')))
      expect(found && parseSchedule(sayTimetable(found))).toEqual(found)
    }),
    { numRuns: 3000 },
  )
})

test('a schedule in words is read back to the same', () => {
  const sorted = (numbers: readonly number[]) => [...new Set(numbers)].toSorted((a, b) => a - b)
  const some = (min: number, max: number, most: number) =>
    fc.option(fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: most }).map(sorted), { freq: 2 })
  const spread = fc.tuple(
    fc.integer({ min: 0, max: 1424 }),
    fc.integer({ min: 15, max: 800 }),
    fc.integer({ min: 1, max: 96 }),
  )
  const times = fc.oneof(
    fc
      .uniqueArray(fc.integer({ min: 0, max: 94 }), { minLength: 1, maxLength: 20 })
      .map((all) => sorted(all.map((one) => one * 15 + 7))),
    spread.map(([first, step, length]) =>
      Array.from({ length }, (_, at) => first + at * step).filter((time) => time < 1425),
    ),
  )
  const schedules = fc.record({ times, weekdays: some(0, 6, 6), daysOfMonth: some(1, 29, 28), months: some(1, 12, 11) })
  fc.assert(
    fc.property(schedules, (schedule) => {
      expect(parseSchedule(sayTimetable(schedule))).toEqual(schedule)
    }),
    { numRuns: 2000 },
  )
})
