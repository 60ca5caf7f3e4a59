import { quoteWord } from '../../src/base/text/quote.js'

interface TestPackage {
  readonly name: string
  readonly version: string
  /** What its script does after it was unpacked. */
  readonly postinst?: string
}

export interface TestArchive {
  readonly label: string
  readonly suite?: string
  readonly packages: readonly TestPackage[]
}

/**
 * A shell command that makes an archive of packages in a folder of the machine it runs on, with dpkg-deb
 * alone, and lists it for apt as the only archive of this name.
 */
export function makeArchive(folder: string, { label, suite = 'stable', packages }: TestArchive): string {
  return [
    'set -e',
    `mkdir -p ${folder} && cd ${folder}`,
    ...packages.map(
      ({ name, version, postinst = 'exit 0' }) => `
mkdir -p b/DEBIAN b/usr/share/${name}
printf 'Package: ${name}\\nVersion: ${version}\\nArchitecture: all\\nMaintainer: nobody <nobody@example.org>\\nDescription: test\\n' >b/DEBIAN/control
printf '#!/bin/sh\\n%s\\n' ${quoteWord(postinst)} >b/DEBIAN/postinst; chmod 755 b/DEBIAN/postinst
echo ${version} >b/usr/share/${name}/version
dpkg-deb -b b ${name}_${version}_all.deb >/dev/null; rm -r b`,
    ),
    `for deb in *.deb; do dpkg-deb -f "$deb"; printf 'Filename: ./%s\\nSize: %s\\nSHA256: %s\\n\\n' "$deb" "$(stat -c %s "$deb")" "$(sha256sum "$deb" | cut -c 1-64)"; done >Packages`,
    `{ printf 'Origin: Test\\nLabel: ${label}\\nSuite: ${suite}\\nCodename: test\\nArchitectures: all amd64 arm64\\nSHA256:\\n'; printf ' %s %s Packages\\n' "$(sha256sum Packages | cut -c 1-64)" "$(stat -c %s Packages)"; } >Release`,
    `echo 'deb [trusted=yes] file:${folder} ./' >/etc/apt/sources.list.d/${folder.split('/').at(-1)}.list`,
  ].join('\n')
}
