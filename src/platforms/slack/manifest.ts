import type { CommandInfo } from '../../platform.js'
import { platformPhrases } from '../../platformPhrases.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { SCOPES, VERIFY_SHORTCUT } from './settings.js'

/** The app's manifest, to be pasted at api.slack.com/apps: https://docs.slack.dev/reference/app-manifest */
export function slackManifest(commands: readonly CommandInfo[]): object {
  const slashCommands = [
    { command: '/crier', description: say.crierCommand, usage_hint: say.crierUsage },
    ...commands
      .filter(({ group }) => group === undefined)
      .map(({ name, summary, usage }) => ({
        command: `/${name}`,
        description: summary,
        usage_hint: usage.replace(/^\/\S+\s*/u, '') || ' ',
      })),
    ...groups(commands),
  ].map((command) => ({ ...command, should_escape: true }))
  return {
    display_information: { name: 'Crier', description: say.description, long_description: say.longDescription },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'crier', always_online: true },
      shortcuts: [
        {
          name: platformPhrases.verify,
          type: 'message',
          callback_id: VERIFY_SHORTCUT,
          description: say.verifyShortcut,
        },
      ],
      slash_commands: slashCommands,
    },
    oauth_config: { scopes: { bot: [...SCOPES] } },
    settings: {
      event_subscriptions: {
        bot_events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
      },
      interactivity: { is_enabled: true },
      org_deploy_enabled: true,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  }
}

/** One command for each group, with a line of each of its members as the hint. */
function groups(commands: readonly CommandInfo[]) {
  const all = new Map(commands.flatMap(({ group }) => (group ? [[group.name, group] as const] : [])))
  return [...all.values()].map(({ name, summary }) => {
    const members = commands.filter(({ group }) => group?.name === name)
    const lines = members.map((member) => member.examples[0] ?? `/${member.name}`)
    const hint = lines.map((line) => line.slice(name.length + 1).trim()).join(' | ')
    return { command: `/${name}`, description: summary, usage_hint: hint }
  })
}
