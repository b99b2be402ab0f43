using Campaigns.Listening.Supporters;
using Campaigns.Publishing;
using Campaigns.Results.RollUps;

namespace Campaigns.Results.Organisations;

/// <summary>What the campaign itself did and whom it names.</summary>
/// <param name="Deliveries">What it published, or is to publish.</param>
/// <param name="Listed">Whom it names; null once that is not kept any more.</param>
/// <param name="Said">What those said; null where nobody knows what they said by the summary's moment.</param>
internal sealed record OwnSide(IReadOnlyList<Delivery> Deliveries, IReadOnlyList<Supporter>? Listed, IReadOnlyList<SupporterTotals>? Said)
{
    /// <summary>Tells whether a summary is of the same roll-up as what they said; null where that was not read.</summary>
    public string? Stamp { get; init; }

    /// <summary>Of a campaign that did nothing yet and names nobody.</summary>
    public static OwnSide None { get; } = new([], [], []);

    /// <summary>Whether what they said is of the same roll-up as a summary.</summary>
    public bool IsOf(Summary? summary) => summary?.IsOfSupporters(Stamp) ?? true;
}
