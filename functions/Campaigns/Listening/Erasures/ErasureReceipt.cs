using Azure;

namespace Campaigns.Listening.Erasures;

/// <summary>An erasure as its receipt tells it. It never says whose.</summary>
/// <param name="Id">Random.</param>
/// <param name="State">One of <see cref="ErasureState"/>.</param>
/// <param name="Step">Grows with each time that all campaigns are gone through.</param>
/// <param name="Campaigns">How many campaigns it is about.</param>
/// <param name="LookedThrough">How many of them are through with this step.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="UpdatedAt">When it last went on.</param>
/// <param name="NotBefore">When this step may begin.</param>
/// <param name="DoneAt">When it was done; null until then.</param>
public sealed record ErasureReceipt(
    string Id, string State, int Step, int Campaigns, int LookedThrough, DateTimeOffset RequestedAt, DateTimeOffset UpdatedAt, DateTimeOffset NotBefore, DateTimeOffset? DoneAt)
{
    /// <summary>What may stay behind, in plain words that name nobody; null where nothing does.</summary>
    public string? Warning { get; init; }

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }
}
