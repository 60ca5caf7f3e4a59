/** A follow-up as manifests and `flock.yml` write it. */
export interface FollowUpFields {
  readonly command: string
}
