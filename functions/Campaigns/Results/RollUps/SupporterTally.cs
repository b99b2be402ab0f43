using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Campaigns.Listening.Supporters;

namespace Campaigns.Results.RollUps;

/// <summary>Adds up what those said whom a campaign names, and makes their rows.</summary>
/// <param name="supporters">Whom it names.</param>
internal sealed class SupporterTally(SupporterList supporters)
{
    /// <summary>As many fit a row, however long their names, and in whatever letters: most are six characters each in JSON.</summary>
    private const int EachRow = 100;

    private readonly Dictionary<int, SupporterSums> sums = [];

    /// <summary>Adds a cell's.</summary>
    public void Add(KeyValuePair<int, SupporterSums>[] cell)
    {
        foreach (var (number, add) in cell)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sums, number, out _).Add(add);
        }
    }

    /// <summary>Rows of those who said anything: who said most comes first.</summary>
    public IEnumerable<RollUpRow> Rows() => sums
        .Select(sum => (Supporter: supporters.All[sum.Key], Sums: sum.Value))
        .OrderByDescending(one => one.Sums.Mentions).ThenByDescending(one => one.Sums.Uses).ThenBy(one => one.Supporter.Number)
        .Select(one => Totals(one.Supporter, one.Sums))
        .Chunk(EachRow)
        .Select((chunk, number) => RollUpRow.Of(
            string.Create(CultureInfo.InvariantCulture, $"{SummaryRows.SupportersPrefix}{number:0000}"), JsonSerializer.Serialize(chunk)));

    private static SupporterTotals Totals(Supporter supporter, in SupporterSums sums) => new(
        supporter.Channel, supporter.Name, supporter.Handle, supporter.Kind, sums.Mentions, sums.Uses,
        DateTimeOffset.FromUnixTimeSeconds(sums.First), DateTimeOffset.FromUnixTimeSeconds(sums.Last), sums.Followers < 0 ? null : sums.Followers);
}
