import type { Operation } from './fleet-operation.js'
import type { OperationName } from './registry.js'

/** Loads one operation and what it needs, and nothing of the others. */
export const loadOperation: Readonly<Record<OperationName, () => Promise<Operation>>> = {
  list: async () => (await import('./list.js')).list,
  provision: async () => (await import('./provision.js')).provision,
  configure: async () => (await import('./configure/configure.js')).configure,
  downloadconfig: async () => (await import('./downloadconfig.js')).downloadconfig,
  create: async () => (await import('./create.js')).create,
  plan: async () => (await import('./plan.js')).plan,
  preview: async () => (await import('./preview.js')).preview,
  verify: async () => (await import('./verify.js')).verify,
  run: async () => (await import('./run.js')).run,
  update: async () => (await import('./update.js')).update,
  backup: async () => (await import('./transfer/backup.js')).backup,
  upload: async () => (await import('./transfer/upload.js')).upload,
  download: async () => (await import('./transfer/download.js')).download,
  start: async () => (await import('./start.js')).start,
  stop: async () => (await import('./stop.js')).stop,
  reboot: async () => (await import('./reboot.js')).reboot,
  reap: async () => (await import('./reap.js')).reap,
  terminate: async () => (await import('./terminate.js')).terminate,
  rotate: async () => (await import('./rotate.js')).rotate,
  connect: async () => (await import('./connect.js')).connect,
  replay: async () => (await import('./replay.js')).replay,
  record: async () => (await import('./record.js')).record,
  init: async () => (await import('./ops-repository/init.js')).init,
  import: async () => (await import('./ops-repository/import.js')).importOlder,
  workflows: async () => (await import('./ops-repository/sync-workflows.js')).syncWorkflows,
  'seal-key': async () => (await import('./sealed/seal-key.js')).sealKey,
  doctor: async () => (await import('./ops-repository/doctor.js')).doctor,
  history: async () => (await import('./history.js')).history,
}
