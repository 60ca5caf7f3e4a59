/** A machine's name is a label of a host name (RFC 1123, 2.1), in lower case. */
export const machineLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
