/** What GitHub says of a repository. */
export interface RepositoryFacts {
  /** `OWNER/REPO` as it is written today. */
  readonly name: string
  readonly id: number
  readonly ownerId: number
  /** UTC, ISO 8601. */
  readonly createdAt: string
}
