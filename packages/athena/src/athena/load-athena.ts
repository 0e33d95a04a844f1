/** What is used of the SDK, loaded by whoever runs a query. Named one by one, so that a bundle leaves out the rest. */
export async function loadAthena() {
  const {
    AthenaClient,
    GetDatabaseCommand,
    GetQueryExecutionCommand,
    GetQueryResultsCommand,
    GetTableMetadataCommand,
    GetWorkGroupCommand,
    StartQueryExecutionCommand,
    StopQueryExecutionCommand,
  } = await import('@aws-sdk/client-athena');
  return {
    AthenaClient,
    GetDatabaseCommand,
    GetQueryExecutionCommand,
    GetQueryResultsCommand,
    GetTableMetadataCommand,
    GetWorkGroupCommand,
    StartQueryExecutionCommand,
    StopQueryExecutionCommand,
  };
}

export type AthenaSdk = Awaited<ReturnType<typeof loadAthena>>;
