/** Images that `flock.yml` may name by a word. */
export const imageNames = ['ubuntu-24.04', 'ubuntu-22.04', 'debian-12', 'debian-13'] as const

export type ImageName = (typeof imageNames)[number]
export type Architecture = 'amd64' | 'arm64'

/** Canonical's and Debian's accounts, as both publish them (ubuntu.com/server/docs/cloud-images, wiki.debian.org/Cloud/AmazonEC2Image). */
const canonical = '099720109477'
const debian = '136693071363'

/** Owner and name pattern of an image, of which the newest match is used. */
export function namedImage(
  name: ImageName,
  architecture: Architecture,
): { readonly owner: string; readonly name: string } {
  const patterns: Record<ImageName, { owner: string; name: string }> = {
    'ubuntu-24.04': {
      owner: canonical,
      name: `ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-${architecture}-server-*`,
    },
    'ubuntu-22.04': {
      owner: canonical,
      name: `ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-${architecture}-server-*`,
    },
    'debian-12': { owner: debian, name: `debian-12-${architecture}-*` },
    'debian-13': { owner: debian, name: `debian-13-${architecture}-*` },
  }
  return patterns[name]
}
