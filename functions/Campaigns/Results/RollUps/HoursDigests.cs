using System.Text;

namespace Campaigns.Results.RollUps;

/// <summary>
/// What the hours of each day came to in a roll-up, in a few bytes for each, beside its summary: one small read tells whether some days that were read are those of
/// one roll-up, without the others.
/// </summary>
internal static class HoursDigests
{
    private const int DayLength = 10;
    private const int Length = 8;

    /// <summary>Writes them down.</summary>
    /// <param name="rows">The rows of a roll-up, those of its hours among them.</param>
    public static byte[] Write(IEnumerable<RollUpRow> rows) =>
    [
        .. rows.Where(row => row.Key.StartsWith(SummaryRows.HoursPrefix, StringComparison.Ordinal)).OrderBy(row => row.Key, StringComparer.Ordinal)
            .SelectMany(row => Encoding.ASCII.GetBytes(row.Key[SummaryRows.HoursPrefix.Length..]).Concat(Convert.FromHexString(Short(row.Digest)))),
    ];

    /// <summary>Reads them, by day.</summary>
    public static IReadOnlyDictionary<string, string> Read(byte[] bytes) => bytes.Chunk(DayLength + Length).ToDictionary(
        day => Encoding.ASCII.GetString(day, 0, DayLength), day => Convert.ToHexStringLower(day, DayLength, Length), StringComparer.Ordinal);

    /// <summary>As much of a row's digest as is written down.</summary>
    public static string Short(string digest) => digest[..(2 * Length)];
}
