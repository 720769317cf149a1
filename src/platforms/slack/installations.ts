import type { Installation, InstallationQuery, InstallationStore } from '@slack/oauth'
import type { Book } from '../../book.js'
import { CrierError, UndeliverableError } from '../../errors.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import type { Seal } from './settings.js'

const KIND = 'slack-installation'
/** The organisation that installed Crier for a workspace. */
const ORGANISATION = 'slack-organisation'

/** Who installed Crier where, in the book; tokens are sealed, each to its workspace, so that the file alone gives nobody access. */
export function createInstallations(
  book: Pick<Book, 'put' | 'get' | 'remove'>,
  { seal, open }: Seal,
): InstallationStore {
  const known = new Set<string>()

  /** Events of an organisation's workspace name both; what is sent there later names the workspace alone. */
  async function remember({ isEnterpriseInstall, teamId, enterpriseId }: InstallationQuery<boolean>): Promise<void> {
    if (!isEnterpriseInstall || teamId === undefined || enterpriseId === undefined || known.has(teamId)) return
    await book.put(ORGANISATION, teamId, enterpriseId)
    known.add(teamId)
  }

  return {
    async storeInstallation(installation) {
      const key = keyOf(installation.isEnterpriseInstall, installation.enterprise?.id, installation.team?.id)
      await book.put(KIND, key, seal(JSON.stringify(installation), key))
    },
    async fetchInstallation(query) {
      const asked = keyFor(query)
      const own = await book.get(KIND, asked)
      const key = own === null ? ((await book.get(ORGANISATION, asked)) ?? asked) : asked
      const sealed = own ?? (await book.get(KIND, key))
      if (sealed === null) throw new UndeliverableError(say.notInstalled(key))
      const opened = open(sealed, key)
      if (opened === null) throw new CrierError(say.notOpened(key))
      await remember(query)
      const installation: Installation = JSON.parse(opened)
      return installation
    },
    async deleteInstallation(query) {
      await book.remove(KIND, keyFor(query))
    },
  }
}

function keyFor({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string {
  return keyOf(isEnterpriseInstall, enterpriseId, teamId)
}

/** An organisation installs once for all its workspaces. */
function keyOf(isEnterprise: boolean | undefined, enterprise: string | undefined, team: string | undefined): string {
  const key = isEnterprise ? enterprise : team
  if (key === undefined) throw new CrierError(say.notInstalled('?'))
  return key
}
