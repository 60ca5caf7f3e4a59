/** A reload, restart or command that follows a change. Each runs once, however many files ask for it. */
export type FollowUp =
  | { readonly kind: 'daemon-reload' }
  | { readonly kind: 'reload' | 'restart'; readonly unit: string }
  | { readonly kind: 'command'; readonly command: string }
