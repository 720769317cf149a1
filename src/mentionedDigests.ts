/** What people say of digests in plain words, and the line that it asks for. */

/** Words as a regular expression that must fit the whole, and the line, from the named groups of the match. */
export interface Asked {
  readonly asks: string
  readonly line: (found: Readonly<Record<string, string | undefined>>) => string
}

const WHICH = '(?:the |our |my )?digest(?: (?:number|no\\.?|id))? ?#?(?<id>\\d{1,9})?'

const VERBS: Readonly<Record<string, string>> = {
  pause: 'pause|stop|halt|mute',
  resume: 'resume|continue|restart|unpause|go on with',
  delete: 'delete|remove',
  preview: 'preview|show(?: me)?(?: (?:the next edition|a preview) of)?',
  'send-now': 'send(?: out)?',
  history: 'what (?:became|has become|happened) (?:of|to|with)|(?:show(?: me)? )?(?:the )?history of',
}

export const ASKED_OF_DIGESTS: readonly Asked[] = [
  ...[
    '(?:(?:list|show|show me|what are|which are|which|what) )?(?:all )?(?:(?:the|our|your|my) )?digests(?: (?:are|do|is|have)\\b.*)?',
    '(?:when|what time|at what time) (?:is|does|comes?|will|are) (?:(?:the|our|your|my) )?(?:next )?(?:digest|edition|briefing)s?(?: (?:be|is|come|go|fall|due|sent|out|next))*',
  ].map((asks) => ({ asks, line: () => '/digest list' })),
  ...Object.entries(VERBS).map(([name, verbs]) => ({
    asks: `(?:${verbs}) ${WHICH}`,
    line: ({ id }: Readonly<Record<string, string | undefined>>) => `/digest ${name} ${id ?? ''}`,
  })),
  {
    asks: '(?:brief|update|send) (?:me|us) (?:the news |a digest |a briefing )?(?<when>(?:every|each|daily|weekly|hourly|weekdays|weekends|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days)\\b.*)',
    line: ({ when }) => `/digest create ${when ?? ''}`,
  },
  {
    asks: '(?:create|make|set up|schedule|start|add) (?:me |us )?(?:a |an |another )?(?:new )?(?:(?<rate>daily|weekly|hourly) )?digest(?: (?<when>.+))?',
    line: ({ rate, when }) => `/digest create ${[rate, when].filter(Boolean).join(' ')}`,
  },
]
