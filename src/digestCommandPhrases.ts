/** What Crier says where somebody orders, changes or looks at digests. */
import { commandPhrases, echo } from './commandPhrases.js'
import { count, list } from './phrases.js'

const LATE = {
  send: 'one edition goes out late',
  fold: 'its news goes into the next',
  skip: 'it is left out',
}
const EMPTY = { skip: 'nothing is posted', say: 'a message says so' }

export const digestPhrases = {
  group: 'Briefings at set times: make one, change it, look at it',
  created: (id: string) => `Digest ${id} is set up`,
  changed: (id: string) => `Digest ${id} is changed`,
  deleted: (id: string) => `Digest ${id} is deleted`,
  named: (id: string, when: string, topics: readonly string[]) =>
    `${id}: ${[when, ...(topics.length > 0 ? [list(topics)] : [])].join(', ')}`,

  rows: {
    when: 'When',
    timezone: 'Time zone',
    channel: 'Channel',
    topics: 'Topics',
    speakers: 'Quoted in it',
    outlets: 'Outlets',
    length: 'Stories',
    quiet: 'Quiet days',
    ifLate: 'If it is late',
    ifEmpty: 'If nothing is new',
  },
  all: 'all',
  atMost: (stories: number) => `at most ${stories}`,
  ifLate: (rule: keyof typeof LATE) => LATE[rule],
  ifEmpty: (rule: keyof typeof EMPTY) => EMPTY[rule],
  days: (days: readonly string[], more: number) => `${days.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,

  next: (timezone: string) => [`Its next times (${timezone})`, ''],
  skipped: (wanted: string) => `the clock skips ${wanted} that day, so it comes right after`,
  skippedDay: (wanted: string, day: string) => `the clock skips ${wanted} of ${day}, so it comes right after`,
  repeated: (wanted: string) => `the clock shows ${wanted} twice that day, and the first counts`,
  zoneOf: {
    digest: (zone: string) => `No time zone was given, so it is ${zone}, as in the newest digest here.`,
    asker: (zone: string) => `No time zone was given, so it is ${zone}, which is yours.`,
    none: (zone: string) => `No time zone was given and none is known, so it is ${zone}.`,
  },
  changeZone: (id: string, zone: string) =>
    `To change it: /digest edit ${id} timezone:${zone === 'Europe/London' ? 'America/New_York' : 'Europe/London'}`,
  nextSteps: (id: string) =>
    `/digest preview ${id} shows the next edition to you alone, /digest pause ${id} stops it, /digest edit ${id} changes it.`,
  noTopic: (topic: string) => `No article is about ${echo(topic)} so far.`,
  noSpeaker: (name: string) => `Nobody called ${echo(name)} is quoted so far.`,
  noOutlet: (name: string) => `No article of ${echo(name)} is here so far.`,

  listTitle: 'Digests',
  none: 'There are no digests here.',
  howToCreate: (line: string) => `A manager makes one like this: ${line}`,
  columns: ['Id', 'When', 'Time zone', 'Channel', 'Topics', 'Next'],
  paused: 'paused',
  pausedSince: (time: string, why: string | null) => `paused on ${time}${why === null ? '' : `: ${why}`}`,
  isOver: 'never again',

  pausedTitle: (id: string) => `Digest ${id} is paused`,
  pausedNow: (id: string) => `Nothing more goes out until somebody types /digest resume ${id}. Its settings are kept.`,
  pausedAlready: (id: string, time: string, why: string | null) =>
    `Digest ${id} was paused already on ${time}${why === null ? '.' : `: ${why}`}`,
  resumedTitle: (id: string) => `Digest ${id} goes on`,
  notPaused: (id: string) => `Digest ${id} is not paused.`,
  isPaused: (id: string) => `Digest ${id} is paused: /digest resume ${id} lets it go on.`,
  gone: 'Its settings and its history are gone. What was posted stays.',

  historyTitle: (id: string) => `What became of digest ${id}`,
  historyColumns: ['Due', 'What became of it'],
  noHistory: 'It was never due so far.',
  zone: (timezone: string) => `Times are in ${timezone}.`,
  states: {
    due: 'waits to be sent',
    claimed: 'is being made',
    sent: 'sent',
    empty: 'nothing was new',
    late: 'late',
    failed: 'failed',
  },
  stories: (stories: number) => count(stories, 'story', 'stories'),
  byHand: 'by hand',

  orderedTitle: (id: string) => `Digest ${id} is on its way`,
  ordered: (channel: string) =>
    `An edition with what is new goes to <#${channel}> in a moment. It counts as told, so the next one has only what comes after it.`,
  previewTitle: (id: string) => `The next edition of digest ${id}`,
  previewNote: (channel: string, time: string | null) =>
    time === null
      ? `Only you see this. It is what would go to <#${channel}> now.`
      : `Only you see this. It is what would go to <#${channel}> now; the next edition is due on ${time}.`,

  mayEverybody: 'Everybody may type /digest list, preview and history.',
  whichChannel: 'In which channel? Add one, as in channel:#news.',
  never: 'Between those quiet days it would never come: leave some of them out.',
  length: (stories: number) => `${stories} stories cannot be kept: the length goes from 1 to 10.`,
  pastDays: (days: readonly string[]) =>
    `${list(days)} ${days.length === 1 ? 'is' : 'are'} past: name quiet days that are still to come.`,
  unknown: (id: string, ids: readonly string[]) =>
    `There is no digest ${echo(id)} here. ${ids.length === 0 ? 'There are none: /digest create makes one.' : ids.length === 1 ? `There is only digest ${ids.join('')}.` : `There are digests ${list(ids)}.`}`,
  which: (ids: readonly string[]) =>
    ids.length === 0
      ? 'There are no digests here: /digest create makes one.'
      : `Which digest? There are ${list(ids)}; /digest list shows what each is.`,
  nothingToChange: (id: string, options: readonly string[]) =>
    `What should change? Add it, as in /digest edit ${id} topics:ferry. There are: ${options.join(', ')}.`,

  labels: {
    preview: 'Preview',
    pause: 'Pause',
    resume: 'Resume',
    history: 'History',
    again: 'Make it again',
    list: 'All digests',
    help: commandPhrases.help,
  },
}
