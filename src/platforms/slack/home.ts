import type { WebClient } from '@slack/web-api'
import type { Block, Message } from '../../message.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { askerOf, drawn, type Service, whole } from './service.js'

/** Shows on the App Home the desk's digests, what it reads, and where to begin. */
export async function showHome(
  service: Service,
  client: WebClient,
  { team, user, key }: { readonly team: string; readonly user: string; readonly key: string },
): Promise<void> {
  await service.reception.once(key, async () => {
    const asker = askerOf(service, client, team, user)
    const [digests, sources] = await Promise.all(
      ['/digest list', '/sources'].map((line) => service.reception.ask({ asker, line })),
    )
    const message: Message = {
      title: say.homeTitle,
      blocks: [
        { kind: 'text', text: say.home },
        ...[digests, sources].flatMap((answer) => (answer ? section(answer) : [])),
      ],
      actions: service.examples.map((line) => ({ label: line, line })),
    }
    const { blocks } = await drawn(service, whole(message), asker, false)
    await client.views.publish({ user_id: user, view: { type: 'home', blocks: [...blocks] } })
  })
}

function section({ title, blocks }: Message): Block[] {
  return [{ kind: 'heading', text: title }, ...blocks.map(withoutTable)]
}

/** A home takes no tables; as lines of one text, a long one keeps within its blocks. */
function withoutTable(block: Block): Block {
  if (block.kind !== 'table') return block
  const text = block.rows.map((row) => row.filter(Boolean).join(' — ')).join('\n')
  return { kind: 'text', text, ...(block.channels ? { channels: block.channels } : {}) }
}
