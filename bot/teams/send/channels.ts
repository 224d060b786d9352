import type { Channel } from '../../../jobs/job.ts';
import type { Directory } from '../../../models/people/directory.ts';
import type { Log } from '../../log.ts';
import { findChat, firstServiceUrl } from '../install/find-chat.ts';
import { type GraphAccess, graphInstaller } from '../install/graph.ts';
import type { TeamsAdapter, TeamsOptions } from './connector.ts';
import { teamsChannel } from './deliver.ts';

interface Parts {
  teams: Pick<TeamsOptions, 'access' | 'serviceUrls'> & { graph: GraphAccess | null };
  adapter: TeamsAdapter;
  directory: Directory;
  log: Log;
}

/** The way into Teams for each organisation, whose people are looked for in its own tenants. */
export function teamsChannels({ teams, adapter, directory, log }: Parts): (organisation: string) => Channel {
  const { access, serviceUrls, graph } = teams;
  const installer = graph && graphInstaller(graph);
  const localOrigins = access.kind === 'microsoft' ? [] : serviceUrls.map((url) => new URL(url).origin);
  return (organisation) => {
    if (!installer) return teamsChannel(adapter, { localOrigins, find: null });
    const serviceUrl = firstServiceUrl(adapter, serviceUrls);
    const tenants = () => directory.tenantsOf(organisation, 'teams');
    const find: Channel['find'] = (person) => findChat({ installer, adapter, serviceUrl, tenants, log }, person);
    return teamsChannel(adapter, { localOrigins, find });
  };
}
