import type { WebClient } from '@slack/web-api'
import type { Block, Message } from '../../message.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { askerOf, drawn, type Service, whole } from './service.js'

/** Shows on the App Home what the desk reads, and where to begin. */
export async function showHome(
  service: Service,
  client: WebClient,
  { team, user, key }: { readonly team: string; readonly user: string; readonly key: string },
): Promise<void> {
  await service.reception.once(key, async () => {
    const asker = askerOf(service, client, team, user)
    const sources = await service.reception.ask({ asker, line: '/sources' })
    const message: Message = {
      title: say.homeTitle,
      blocks: [
        { kind: 'text', text: say.home },
        { kind: 'heading', text: say.homeDigests },
        { kind: 'text', text: say.noDigests },
        { kind: 'heading', text: sources.title },
        ...sources.blocks.map(withoutTable),
      ],
      actions: service.examples.map((line) => ({ label: line, line })),
    }
    const { blocks } = await drawn(service, whole(message), asker, false)
    await client.views.publish({ user_id: user, view: { type: 'home', blocks: [...blocks] } })
  })
}

/** A home takes no tables; as lines of one text, a long one keeps within its blocks. */
function withoutTable(block: Block): Block {
  if (block.kind !== 'table') return block
  return { kind: 'text', text: block.rows.map((row) => row.filter(Boolean).join(' — ')).join('\n') }
}
