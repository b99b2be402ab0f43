using System.Globalization;
using Campaigns.Results.RollUps;

namespace Campaigns.Results.Supporters;

/// <summary>
/// A place in the list of supporters, who said most first. When somebody says more, others change places with him, so that a place is one of a certain list only:
/// in another list somebody would come twice there, or not at all.
/// </summary>
/// <param name="List">Which list it is: it stays the same while no supporter says more.</param>
/// <param name="Number">How many supporters stand before it.</param>
internal sealed record ContributorsPlace(string List, int Number)
{
    /// <summary>The beginning of the list that a roll-up made.</summary>
    public static ContributorsPlace First(Summary? summary) => new(
        summary?.SupportersStamp ?? summary?.AsOf.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "none", 0);

    /// <summary>Reads a place as it was given out.</summary>
    /// <returns>Null where it is none.</returns>
    public static ContributorsPlace? Of(string text) =>
        text.Split('.') is [{ Length: > 0 } list, var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new ContributorsPlace(list, number) : null;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{List}.{Number}");
}
