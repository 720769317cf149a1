/** What Crier says on Slack alone. */

export const slackPhrases = {
  mayNotPost: (channel: string) => `I may not post in <#${channel}>: /invite @crier there.`,
  unknownChannel: (channel: string) =>
    `I cannot find <#${channel}>: it may be deleted, or private without me. Type /invite @crier there, or choose another channel.`,
  restricted: (channel: string) =>
    `Only some people may post in <#${channel}>: let me post there in the settings of the channel, or choose another one.`,
  noThread: (channel: string) =>
    `Slack takes no answer in that thread of <#${channel}>: look whether its first message is still there and threads are allowed.`,
  noDm: (user: string) =>
    `<@${user}> cannot be written to: the account is closed, or takes no messages from apps (“Messages Tab” in the app’s settings).`,
  archived: (channel: string) => `<#${channel}> is archived: bring it back, or choose another channel.`,
  wrongBotToken:
    'Slack refuses SLACK_BOT_TOKEN: copy it anew from the app’s settings (“OAuth & Permissions”, it begins with xoxb-).',
  wrongKindOfToken: 'SLACK_BOT_TOKEN is another kind of token: use the one that begins with xoxb-.',
  revoked: 'The token was revoked: install the app to the workspace again and set the new token.',
  missingScopes: (scopes: readonly string[]) =>
    `The app lacks ${scopes.length === 1 ? 'the scope' : 'the scopes'} ${scopes.join(', ')}: add what is missing under “OAuth & Permissions” and install the app again.`,
  wrongAppToken:
    'Slack refuses SLACK_APP_TOKEN: make one under “Basic Information”, “App-Level Tokens” (it begins with xapp-).',
  appTokenScope: 'SLACK_APP_TOKEN lacks the scope connections:write: make a new app-level token with it.',
  noNetwork: 'Slack cannot be reached: look at the network, and at SLACK_API_URL if it is set.',
  unwell: (status: number) => `Slack is not well (status ${status}): try again in a few minutes.`,
  tooOften: 'Slack takes no more messages for the moment: try again in a minute.',
  tooLate: 'Slack waits only half an hour for an answer, and that time is over. Ask again, please.',
  unclear: (channel: string) =>
    `Slack did not say whether the message arrived, and I cannot look in <#${channel}>: look there before you ask again.`,
  unclearYet: (channel: string) =>
    `Slack did not say whether the message arrived, and cannot be asked what stands in <#${channel}> now: I look again before I post it again.`,
  unclearDm: 'Slack did not say whether the direct message arrived, and I cannot look there.',
  tooLong: 'That answer is longer than Slack takes: ask for less, for example with since: or outlet:.',
  mayNotUse: 'This workspace has not let me in: ask one of its managers to install Crier.',
  unforeseen: (what: string) => `Slack cannot be used now (${what}): start Crier again, and look at its log.`,
  clockOff: (minutes: number) =>
    `The clock of this machine is ${Math.abs(minutes)} minutes ${minutes < 0 ? 'behind' : 'ahead'}: set it right, best by NTP, since Slack’s signatures hold for five.`,
  clockRight: 'within five minutes of Slack’s',
  tokenRight: (user: string, team: string) => `belongs to ${user} in ${team}`,
  appTokenRight: 'opens sockets',
  noSocket:
    'Slack answers, but no connection for events came about: look whether a firewall or proxy keeps WebSockets back.',
  reached: 'can be reached',
  scopesRight: 'all are there',
  checks: {
    token: 'slack bot token',
    scopes: 'slack scopes',
    clock: 'slack clock',
    appToken: 'slack app token',
    network: 'slack',
  },
  notInstalled: (team: string) => `Crier is not installed in the workspace ${team}: open /slack/install.`,
  notOpened: (team: string) =>
    `The token of the workspace ${team} cannot be read, since SLACK_STATE_SECRET changed: install Crier there again at /slack/install.`,

  submit: 'Do it',
  close: 'Cancel',
  thisChannel: 'this channel',
  noChannels: 'Slack does not tell its channels',
  noForm: 'Slack did not open a form',

  homeTitle: 'Crier',
  home: 'I answer with the words of articles, and with nothing else. Type one of the lines below anywhere, mention me with a question, or use “Verify quotations” on any message.',

  description: 'What people were quoted as saying, and how outlets tell it, word for word.',
  longDescription:
    'Crier answers questions about the news with the words of articles, and with nothing else: what a person was quoted as saying and which outlets carry it, how outlets tell one story differently, whether a quotation is real and whole, what is new. Every word of news that it shows is a slice of an article that it names, and where it cannot know it says so.',
  crierCommand: 'Any command of Crier, or a question in plain words',
  crierUsage: 'quote mattis | compare afghanistan | what did mattis say about allies?',
  verifyShortcut: 'Are the quotations in this message real, and whole?',

  connected: 'Slack is connected',
  reconnecting: 'Slack’s socket is being opened again',
  uninstalled: 'Crier was removed from a Slack workspace',
  unanswered: 'Something on Slack was not answered',
  notSaid: 'What went wrong could not be told on Slack',
  notUploaded: 'Slack did not take a picture, so the answer goes without it',
  notRead: 'The message above could not be read on Slack',
  notToldThere: 'Could not be told there, so it is told in another place',
  sdk: 'Slack’s SDK says',

  untitled: 'Crier',
  restInMessage: '… The rest stands in the message.',
  picture: (alt: string) => `In short: ${alt}`,
  struckOut: (outlet: string) => `Struck out: only in ${outlet}.`,
  bold: (outlet: string | null) => `Bold and underlined: only in ${outlet ?? 'the words asked about'}.`,
}
