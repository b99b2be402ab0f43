using Campaigns.Results.RollUps;

namespace Campaigns.Results;

/// <summary>
/// Which figures about the people of the parts of one dimension may not be told. What those say whom the campaign names stands elsewhere, so that
/// it can be subtracted: a figure must come from enough people beside them too.
/// </summary>
internal sealed class PeopleDisclosure
{
    private readonly IReadOnlyList<AuthorTotals> parts;
    private readonly AuthorTotals? whole;
    private readonly int below;

    /// <summary>Decides.</summary>
    /// <param name="parts">The people of each part.</param>
    /// <param name="whole">Those of the campaign; null where nothing is told of them.</param>
    /// <param name="below">Figures from fewer people than this are hidden.</param>
    /// <param name="impressions">Where one mention may be in several parts: how many mentions each part's impressions leave out, and who wrote those in several.</param>
    public PeopleDisclosure(IReadOnlyList<AuthorTotals> parts, AuthorTotals? whole, int below, PartOverlap? impressions = null)
    {
        (this.parts, this.whole, this.below) = (parts, whole, below);
        Contributors = Either(Of(static people => people.Contributors), Of(static people => people.Unnamed.Contributors));
        Organisations = Disclosure.Hidden([.. parts.Select(static people => people.Organisations)], below);
        Influencers = Disclosure.Hidden([.. parts.Select(static people => people.Influencers)], below);
        Reach = Either(Contributors, Of(static people => people.Reach.Known), Of(static people => people.Unnamed.WithReach));
        Impressions = Either(Contributors, Of(static people => people.WithImpressions), Of(static people => people.Unnamed.WithImpressions));
        if (impressions is not null)
        {
            Impressions = Either(Impressions, Disclosure.Hidden([.. parts.Select(static people => people.WithImpressions)], below, impressions));
        }
    }

    /// <summary>Of which parts contributors are hidden, and all that is built on them.</summary>
    public bool[] Contributors { get; }

    /// <summary>Of which parts organisations are hidden.</summary>
    public bool[] Organisations { get; }

    /// <summary>Of which parts influencers are hidden.</summary>
    public bool[] Influencers { get; }

    /// <summary>Of which parts reach is hidden.</summary>
    public bool[] Reach { get; }

    /// <summary>Of which parts impressions are hidden.</summary>
    public bool[] Impressions { get; }

    private static bool[] Either(params bool[][] rules) => [.. rules[0].Select((_, part) => rules.Any(hidden => hidden[part]))];

    private bool[] Of(Func<AuthorTotals, long> people)
    {
        long[] counts = [.. parts.Select(people)];
        return Disclosure.Hidden(counts, below, whole is null ? null : PartOverlap.Of(counts, people(whole)));
    }
}
