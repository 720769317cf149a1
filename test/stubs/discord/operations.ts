/** What the stub serves that takes a body: method and path as Discord's specification writes them. */
export const OPERATIONS: readonly (readonly [string, string])[] = [
  ['post', '/applications/{application_id}/commands'],
  ['put', '/applications/{application_id}/commands'],
  ['patch', '/applications/{application_id}/commands/{command_id}'],
  ['post', '/applications/{application_id}/guilds/{guild_id}/commands'],
  ['put', '/applications/{application_id}/guilds/{guild_id}/commands'],
  ['patch', '/applications/{application_id}/guilds/{guild_id}/commands/{command_id}'],
  ['post', '/channels/{channel_id}/messages'],
  ['patch', '/channels/{channel_id}/messages/{message_id}'],
  ['post', '/channels/{channel_id}/messages/{message_id}/threads'],
  ['post', '/channels/{channel_id}/threads'],
  ['post', '/interactions/{interaction_id}/{interaction_token}/callback'],
  ['post', '/users/@me/channels'],
  ['post', '/webhooks/{webhook_id}/{webhook_token}'],
  ['patch', '/webhooks/{webhook_id}/{webhook_token}/messages/@original'],
  ['patch', '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}'],
]
