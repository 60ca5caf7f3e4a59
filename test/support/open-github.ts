import { Secret } from '../../src/base/secret.js'
import type { GitHub } from '../../src/github/github.js'
import { makeOctokitGitHub, type OctokitOptions } from '../../src/github/octokit-github.js'

type Given = Pick<OctokitOptions, 'apiUrl' | 'clock'> & Partial<OctokitOptions>

/** The adapter, pointed at a stand-in for GitHub and with a token that it takes. */
export function openGitHub(given: Given): Promise<GitHub> {
  return makeOctokitGitHub({ owner: 'o', repo: 'r', token: new Secret('token', 'good-token'), ...given })
}
