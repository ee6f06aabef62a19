import { resolve } from 'node:path';
import { UsageError } from '../problem.ts';

/** Where a command reads and writes, and under which address the site will stand. Total: nothing optional inside. */
export interface Environment {
  /** Folder that relative paths and messages start from. */
  readonly workingFolder: string;
  readonly data: string;
  readonly content: string;
  readonly out: string;
  /** Path of the site on its server, with a slash at both ends. */
  readonly base: string;
  /** Address of the site without a trailing slash, or `null` to take the one in `reglages.yaml`. */
  readonly site: string | null;
}

/**
 * Reads `BILAN_DATA`, `BILAN_CONTENT`, `BILAN_OUT`, `BILAN_BASE`, `BILAN_SITE`; an empty variable counts as absent.
 * @throws UsageError when a base or a site cannot be part of an address
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
  workingFolder: string = process.cwd(),
): Environment {
  return {
    workingFolder,
    data: resolve(workingFolder, variables.BILAN_DATA || 'data'),
    content: resolve(workingFolder, variables.BILAN_CONTENT || 'content'),
    out: resolve(workingFolder, variables.BILAN_OUT || 'dist'),
    base: normalizeBase(variables.BILAN_BASE || '/'),
    site: variables.BILAN_SITE ? normalizeSite(variables.BILAN_SITE) : null,
  };
}

function normalizeBase(base: string): string {
  const steps = base.split('/').filter(Boolean);
  if (!/^[\w\-.~/]*$/.test(base) || steps.some((step) => /^\.+$/.test(step))) {
    throw new UsageError(
      `BILAN_BASE\u00A0: «\u00A0${base}\u00A0» n’est pas un chemin. Exemple\u00A0: BILAN_BASE=/bilan/`,
    );
  }
  return steps.length === 0 ? '/' : `/${steps.join('/')}/`;
}

/** The address without its trailing slash; the path under which the site stands has a variable of its own. */
function normalizeSite(site: string): string {
  const address = URL.canParse(site) ? new URL(site) : null;
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new UsageError(
      `BILAN_SITE\u00A0: «\u00A0${site}\u00A0» n’est pas une adresse. Exemple\u00A0: BILAN_SITE=https://bilan.exemple.fr`,
    );
  }
  if (address.href !== `${address.origin}/`) {
    throw new UsageError(
      `BILAN_SITE\u00A0: «\u00A0${site}\u00A0» dit plus que l’adresse du serveur. Le chemin se dit à part\u00A0: BILAN_SITE=${address.origin} BILAN_BASE=${address.pathname}`,
    );
  }
  return address.origin;
}
