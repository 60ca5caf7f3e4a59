/** Names that Ansible accepts for variables. */
export const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/
