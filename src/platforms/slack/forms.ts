import type { ViewOutput } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { CrierError } from '../../errors.js'
import type { Message } from '../../message.js'
import { platformPhrases } from '../../platformPhrases.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { loggable } from './failures.js'
import { type Form, lineOfForm, type Opened, openedFrom } from './form.js'
import { renderForm } from './renderForm.js'
import { askerOf, drawn, failureBody, type Service, tellAlone, whole } from './service.js'

/** A form waits so long to be acknowledged that a mistake can still be shown in it: Slack takes 3 s. Milliseconds. */
const WITHIN = 2_000

/** Opens a form; false where Slack does not take it, such as after 3 s, so that the line is answered in words. */
export async function openForm(
  { log }: Service,
  client: WebClient,
  form: Form,
  opened: Opened & { readonly trigger: string },
): Promise<boolean> {
  const { trigger, ...remembered } = opened
  try {
    await client.views.open({ trigger_id: trigger, view: renderForm(form, remembered) })
    return true
  } catch (error) {
    log.warn(loggable(error), say.noForm)
    return false
  }
}

export interface Submission {
  readonly team: { readonly id: string } | null
  readonly user: { readonly id: string; readonly team_id?: string }
  readonly view: Pick<ViewOutput, 'private_metadata' | 'state'>
  readonly trigger_id: string
}

/** What Slack may be told when a form is acknowledged: what is wrong, by field. */
export interface FieldErrors {
  readonly response_action: 'errors'
  readonly errors: Record<string, string>
}

/**
 * Does what a form asks for, once, and answers its sender alone, where it was opened. A mistake that is known soon enough is shown at its
 * field, and the form stays open.
 */
export async function handleSubmission(
  service: Service,
  client: WebClient,
  { team, user, view, trigger_id }: Submission,
  ack: (errors?: FieldErrors) => Promise<void>,
): Promise<void> {
  const { reception, time } = service
  const acknowledged = new AbortController()
  const acknowledge = async (errors?: FieldErrors): Promise<boolean> => {
    if (acknowledged.signal.aborted) return false
    acknowledged.abort()
    await ack(errors)
    return true
  }
  const late = time.wait(WITHIN, acknowledged.signal).then(() => acknowledge())
  const opened = openedFrom(view.private_metadata)
  if (opened !== null) {
    const { channel, url } = opened
    const key = `slack:form:${trigger_id}`
    const asker = askerOf(service, client, team?.id ?? user.team_id ?? '', user.id)
    const answer = { key, asker, channel, url }
    try {
      await reception.once(key, async () => {
        if (service.isStopping()) throw new CrierError(platformPhrases.stopping)
        const message = await reception.ask({ asker, line: lineOfForm(opened.command, view), channel })
        const errors = errorsOf(message, view)
        if (errors !== null && (await acknowledge(errors))) return
        await acknowledge()
        await tellAlone(service, client, answer, await drawn(service, whole(message), asker, true))
      })
    } catch (error) {
      await acknowledge()
      await tellAlone(service, client, answer, failureBody(service, error, channel))
    }
  }
  await acknowledge()
  await late
}

/** What is wrong, at its field; null where nothing is, or nothing in the form. */
function errorsOf({ wrong, blocks }: Message, { state }: Submission['view']): FieldErrors | null {
  if (wrong === undefined || !Object.hasOwn(state.values, wrong)) return null
  const words = blocks.flatMap((block) => {
    if (block.kind !== 'text') return []
    return (block.channels ?? []).reduce((text, id) => text.replaceAll(`#${id}`, say.thisChannel), block.text)
  })
  return { response_action: 'errors', errors: { [wrong]: words.join(' ') } }
}
