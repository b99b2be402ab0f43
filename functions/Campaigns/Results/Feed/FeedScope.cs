using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Feed;

/// <summary>Which rows are wanted at all: what is outside need not be read from storage.</summary>
/// <param name="Request">The request: nothing is told of a campaign that is not open to its caller.</param>
/// <param name="Bounds">What the filter leaves.</param>
/// <param name="After">Only rows behind this key; null for all.</param>
internal sealed record FeedScope(HttpRequest Request, FeedBounds Bounds, string? After)
{
    /// <summary>Who asks.</summary>
    public Caller Caller { get; } = Request.HttpContext.Features.Get<Caller>() ?? throw new InvalidOperationException("Nobody came through the door.");

    /// <summary>What was read of it.</summary>
    public FeedReads Reads { get; } = new();

    /// <summary>The campaign in which the rows begin; null for the first one.</summary>
    public string? FirstCampaign => After?.Split(FeedKey.Separator)[0];

    /// <summary>The rest of the key behind which rows of a campaign begin; null where all of its rows are behind it.</summary>
    public string? AfterIn(string campaign) => After is { } key && key.StartsWith(campaign + FeedKey.Separator, StringComparison.Ordinal) ? key[(campaign.Length + 1)..] : null;
}
