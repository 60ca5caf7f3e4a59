/** What the exit status of the process means: the one list for the help text and the docs. */
export const exitCodes = {
  0: 'everything that was asked for holds',
  1: 'it does not hold on some machines',
  2: 'the input is wrong: arguments, flock.yml, templates, secrets',
  3: 'cloud, machine or network kept Drover from an outcome',
  70: 'a defect of Drover',
  130: 'a second Ctrl-C ended the process at once',
} as const satisfies Record<number, string>
