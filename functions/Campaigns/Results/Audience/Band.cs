using System.Globalization;
using System.Text.RegularExpressions;

namespace Campaigns.Results.Audience;

/// <summary>A group that is told by whole numbers, such as an age from 18 to 24.</summary>
/// <param name="From">The least number in it.</param>
/// <param name="To">The greatest; <see cref="int.MaxValue"/> where it is open.</param>
internal sealed partial record Band(int From, int To)
{
    /// <summary>Reads how people write bands: <c>18-24</c>, <c>18 to 24</c>, <c>65+</c>, <c>65 and over</c>, <c>under 18</c>, <c>over 65</c>, <c>3</c>.</summary>
    /// <returns>The band; null where the group is none.</returns>
    public static Band? Of(string group)
    {
        var match = Written().Match(group);
        return !match.Success ? null
            : match.Groups["to"].Success ? Between(Number("from"), Number("to"))
            : match.Groups["open"].Success ? new Band(Number("from"), int.MaxValue)
            : match.Groups["under"].Success ? Between(0, Number("from") - 1)
            : match.Groups["over"].Success ? new Band(Number("from") + 1, int.MaxValue)
            : new Band(Number("from"), Number("from"));

        int Number(string part) => int.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether bands that stand in order lie side by side, without a gap and without an overlap.</summary>
    public static bool Tile(IReadOnlyList<Band> bands) => bands.Zip(bands.Skip(1)).All(pair => pair.First.To < int.MaxValue && pair.First.To + 1 == pair.Second.From);

    /// <inheritdoc />
    public override string ToString() => To == int.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"{From}+")
        : From == To ? From.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{From}-{To}");

    private static Band? Between(int from, int to) => from <= to ? new Band(from, to) : null;

    [GeneratedRegex(
        @"\A\s*(?:(?<from>\d{1,6})\s*(?:[-\u2010-\u2015]|to)\s*(?<to>\d{1,6})|(?<from>\d{1,6})\s*(?<open>\+|(?:and|or)\s+(?:over|older|more|above))|(?<under>under|below)\s+(?<from>\d{1,6})|(?<over>over|above)\s+(?<from>\d{1,6})|(?<from>\d{1,6}))\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
