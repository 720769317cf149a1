/** What people say of feeds in plain words, and the line that it asks for. */
import type { Asked } from './mentionedDigests.js'

const LINK = '<https?:\\/\\/[^<>]+>|https?:\\/\\/\\S+'
const ADDRESS = `(?<address>${LINK}|\\S+\\.\\p{L}[^\\s.]*)`
const FEED = '(?:(?:the |a |this |our )?(?:rss |news )?(?:feed|site|page|blog|outlet)s? (?:of |at |from |on )?)?'
const FOR_US = '(?: (?:for (?:me|us|this (?:server|workspace|channel))|here|too|as well))?'

export const ASKED_OF_FEEDS: readonly Asked[] = [
  ...[
    '(?:what|who|whom|which (?:feeds?|sites?|outlets?|sources?|papers?)) (?:do|are|does|is) (?:you|we|it|this (?:server|workspace|channel)) (?:follow|following|subscribed? to)(?: here)?',
    '(?:(?:list|show|show me|what are|which are) )?(?:all )?(?:(?:the|our|your|my) )?(?:followed feeds|feeds(?: (?:(?:that )?(?:you|we) follow|are followed)(?: here)?)?)',
    '(?:what|which feeds?|which sites?) (?:is|are) (?:being )?followed(?: here)?',
    '(?:how (?:are|do) (?:the|our|your|my) feeds(?: do(?:ing)?)?|(?:which|what) feeds (?:are failing|fail|are broken|do not work|are there))',
  ].map((asks) => ({ asks, line: () => '/follow list' })),
  ...[
    `(?:stop|quit|end) (?:following|reading|watching) ${FEED}(?<feed>.+?)${FOR_US}`,
    `(?:unfollow|unsubscribe(?: from)?|do(?:n't| not) follow) ${FEED}(?<feed>.+?)(?: any ?more| any longer)?${FOR_US}`,
    '(?:remove|delete|drop) (?:the )?feed (?:of |at |from )?(?<feed>.+)',
  ].map((asks) => ({ asks, line: ({ feed }: Found) => `/follow remove ${feed ?? ''}` })),
  ...[
    `(?:follow|subscribe to|start following|start reading) ${FEED}${ADDRESS}${FOR_US}`,
    `add (?:(?:the |a |this )?(?:new )?(?:rss |news )?feed (?:of |at |from )?)?(?<address>${LINK})${FOR_US}`,
    `add (?:the |a |this )?(?:new )?(?:rss |news )?feed (?:of |at |from )?${ADDRESS}`,
    // Whoever gives a name is told to paste an address.
    'follow (?!up\\b|me\\b|this\\b|that\\b|it\\b)(?<address>.{1,80})',
  ].map((asks) => ({ asks, line: ({ address }: Found) => `/follow add ${address ?? ''}` })),
]

type Found = Readonly<Record<string, string | undefined>>
