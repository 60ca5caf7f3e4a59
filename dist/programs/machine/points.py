"""Every moment at which something on the machine is about to change, in order. The crash tests stop a change at
each."""

POINTS = (
    'receive',
    'lock',
    'prepare',
    'validate',
    'stage',
    'keep',
    'unstage',
    'arm',
    'swap',
    'swap-next',
    'swap-link',
    'swapped',
    'follow',
    'check',
    'confirm',
    'commit',
    'committed',
    'revert',
    'revert-next',
    'reverted',
)
