/** What Ansible takes for the name of a variable. */
export const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/
