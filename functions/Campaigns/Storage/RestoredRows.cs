using Azure.Data.Tables;

namespace Campaigns.Storage;

/// <summary>Which rows of a backup go back into a table. A backup is no snapshot: a row may be of a later moment than those that it belongs to.</summary>
/// <param name="Table">The table, a name of <see cref="TableNames"/>.</param>
/// <param name="Begin">
/// Begins to look at rows in their order. What it gives says of each whether it belongs to those before it, which are back already or will be with it.
/// </param>
public sealed record RestoredRows(string Table, Func<Func<TableEntity, CancellationToken, Task<bool>>> Begin);
