namespace Campaigns.Listening.Supporters;

/// <summary>Whom a campaign names, as it was at one moment.</summary>
/// <param name="Version">Changes with the list, and with every account id that is learnt to belong to a listed handle; empty where nothing is listed.</param>
/// <param name="All">The supporters, by their number.</param>
/// <param name="ByAuthor">
/// The supporters by author key. Several keys may lead to one: that of the id, that of the handle alone, that of an id learnt later.
/// </param>
public sealed record SupporterList(string Version, IReadOnlyList<Supporter> All, IReadOnlyDictionary<UInt128, Supporter> ByAuthor)
{
    /// <summary>The list of a campaign that names nobody.</summary>
    public static SupporterList None { get; } = new("", [], new Dictionary<UInt128, Supporter>());
}
