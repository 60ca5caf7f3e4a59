/** What the exit status of the process means: the one list for the help text and the docs. */
export const exitCodes = {
  0: 'all that was asked for holds',
  1: 'on some machines it does not hold',
  2: 'the input is wrong: arguments, flock.yml, templates, secrets',
  3: 'cloud, machine or network kept us from an outcome',
  70: 'a defect of Drover',
  130: 'a second Ctrl-C ended the process at once',
} as const satisfies Record<number, string>
