namespace Campaigns.Results.RollUps;

/// <summary>A row of a roll-up beside its summary.</summary>
/// <param name="Key">Its row key.</param>
/// <param name="Digest">The digest of its document: a row of the same digest need not be written.</param>
/// <param name="Json">Writes the document.</param>
public sealed record RollUpRow(string Key, string Digest, Func<string> Json)
{
    /// <summary>A row whose document is at hand.</summary>
    /// <param name="key">Its row key.</param>
    /// <param name="json">The document.</param>
    public static RollUpRow Of(string key, string json) => new(key, SummaryRows.DigestOf(json), () => json);
}
