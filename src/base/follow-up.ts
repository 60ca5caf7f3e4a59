/** What follows a change, run once each. */
export type FollowUp =
  | { readonly kind: 'daemon-reload' }
  | { readonly kind: 'reload' | 'restart'; readonly unit: string }
  | { readonly kind: 'command'; readonly command: string }
