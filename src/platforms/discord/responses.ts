/** What of Discord's answers is used. */
import { z } from 'zod'

/** GET /applications/@me, or /users/@me */
export const Application = z.object({
  id: z.string(),
  name: z.string().optional(),
  username: z.string().optional(),
  // A user says only that it is a bot.
  bot: z.union([z.object({ id: z.string() }), z.boolean()]).optional(),
})

/** GET /gateway/bot */
export const Gateway = z.object({ session_start_limit: z.object({ remaining: z.number() }) })

/** GET /channels/:id and POST /users/@me/channels */
export const Channel = z.object({
  id: z.string(),
  type: z.number().optional(),
  guild_id: z.string().optional(),
  last_message_id: z.string().nullish(),
  recipients: z.array(z.object({ id: z.string() })).optional(),
})

/** POST /channels/:id/messages */
export const Posted = z.object({ id: z.string() })

/** GET /channels/:id/messages */
export const Messages = z.array(
  z.object({ id: z.string(), components: z.array(z.object({ id: z.number().optional() })).default([]) }),
)

/** GET /webhooks/:application/:token/messages/@original */
export const Sent = z.object({ flags: z.number().default(0) })

/** GET /applications/:id/commands; all else of a command is kept, too. */
export const Commands = z.array(z.looseObject({ id: z.string(), name: z.string(), type: z.number().default(1) }))
