using Campaigns.Planning;

namespace Campaigns.Listening.Retention;

/// <summary>Rows of a feature that go when a campaign's retention is over: in every partition whose key starts with a text, those that the feature names.</summary>
/// <param name="Table">The table, a name of <see cref="Storage.TableNames"/>.</param>
/// <param name="Partition">The start of the partitions' keys, or the key where <paramref name="IsWhole"/>.</param>
/// <param name="IsWhole">Whether it is one partition.</param>
/// <param name="Goes">Whether a row goes, by its key.</param>
public sealed record PurgedRows(string Table, Func<Campaign, string> Partition, bool IsWhole, Func<string, bool> Goes);
