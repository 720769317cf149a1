/** What Crier says on Discord and nowhere else. */

export const discordPhrases = {
  privateOption: 'Only you see the answer',

  unknownChannel: (channel: string) =>
    `I cannot find <#${channel}>: it may be deleted, or I am not in its server. Invite me there, or choose another channel.`,
  unknownMessage: 'That message is gone. Ask again, please.',
  mayNotSee: (channel: string) => `I cannot see <#${channel}>: give me “View Channel” there.`,
  mayNotPost: (channel: string) =>
    `I may not post in <#${channel}>: give me “Send Messages” there (in threads “Send Messages in Threads”, for pictures “Attach Files”).`,
  mayNotReply: (channel: string) => `I may not reply in <#${channel}>: give me “Read Message History” there.`,
  mayNotWrite: 'I may not write to you: allow direct messages from this server in its privacy settings.',
  threadClosed: (channel: string) => `<#${channel}> is closed: open the thread again, or ask in its channel.`,
  noThread: (channel: string) => `I cannot open another thread in <#${channel}>: ask in the channel itself.`,
  noThreadUnder: (channel: string) =>
    `I cannot open a thread in <#${channel}> or write in it: give me “Create Public Threads” and “Send Messages in Threads” there, or choose a text channel.`,
  noMessageAbove: (channel: string) => `The message in <#${channel}> that the details belong under is gone.`,
  onlyThreads: (channel: string) => `<#${channel}> takes no messages, only threads or talk: choose a text channel.`,
  elsewhere: (channel: string) => `<#${channel}> is not in this server: choose a channel of this one.`,
  unclear: (channel: string) =>
    `Discord did not say whether the message arrived, and I cannot look in <#${channel}>: give me “Read Message History” there, and look whether it is there.`,
  tooOften: 'Discord takes no more messages for the moment: try again in a few minutes.',
  tooLate: 'Discord waits only so long for an answer, and that time is over. Ask again, please.',

  wrongToken:
    'Discord refuses DISCORD_TOKEN: copy the bot’s token anew from the Discord developer portal (“Bot”, “Reset Token”).',
  disallowedIntent:
    'Discord refuses an intent that Crier asks for: in the developer portal, under “Bot”, look that the bot is not limited, and start Crier again.',
  closed: (code: number) =>
    `Discord has ended the connection for good (code ${code}): start Crier again, and update it if that does not help.`,
  noNetwork: 'Discord cannot be reached: look at the network, and at DISCORD_API_URL if it is set.',
  noGateway:
    'Discord answers, but no connection for events came about: look whether a firewall or proxy keeps WebSockets back.',
  unforeseen: (what: string) => `Discord cannot be used now (${what}): start Crier again, and look at its log.`,
  unwell: (status: number) => `Discord is not well (status ${status}): try again in a few minutes.`,
  clockOff: (minutes: number) =>
    `The clock of this machine is ${minutes} minutes ${minutes < 0 ? 'behind' : 'ahead'}: set it right, best by NTP.`.replace(
      '-',
      '',
    ),
  notInGuild: (invite: string) =>
    `Crier is not in the server of DISCORD_GUILD_ID, or may not have commands there: invite it with ${invite}`,
  startsLeft: (left: number) => `connects; ${left} more connections today`,
  noStartsLeft:
    'Discord allows no more connections today: wait until tomorrow, and look why Crier was started so often.',
  clockRight: 'within five minutes of Discord’s',
  tokenRight: (name: string) => `belongs to ${name}`,

  connected: 'Discord is connected',
  registered: 'Commands are registered on Discord',
  notRegistered: 'Commands could not be registered on Discord now; those that are go on working',
  joined: 'A Discord server was joined',
  left: 'A Discord server was left',
  unanswered: 'Something on Discord was not answered',
  notSaid: 'What went wrong could not be told on Discord',
  reconnecting: 'Discord’s gateway is being connected again',

  notWelcomed: 'Crier may not greet in the channel for system messages',
  checks: {
    token: 'discord token',
    clock: 'discord clock',
    gateway: 'discord gateway',
    commands: 'discord commands',
    invite: 'discord invite',
  },
  commandsRight: 'may be registered',

  welcomeTitle: 'Crier is here',
  welcome:
    'I answer with the words of articles, and with nothing else. Type one of these, mention me with a question, or use “Verify quotations” on any message.',

  untitled: 'Crier',
  picture: (alt: string) => `In short: ${alt}`,
  struckOut: (outlet: string) => `Struck out: only in ${outlet}.`,
  inBold: (outlet: string | null) => `Bold: only in ${outlet ?? 'the words asked about'}.`,
}
