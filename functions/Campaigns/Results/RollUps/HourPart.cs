namespace Campaigns.Results.RollUps;

/// <summary>What the mentions of one hour, channel and kind add up to: everything about them that is a sum, and nothing about people.</summary>
/// <param name="Hour">Hours since 1970.</param>
/// <param name="Channel">The channel; null where a roll-up of an earlier version did not keep it.</param>
/// <param name="Kind">The kind of mention: original, reply, share, quote; null where a roll-up of an earlier version did not keep it.</param>
public sealed record HourPart(long Hour, string? Channel, int? Kind)
{
    /// <summary>Mentions.</summary>
    public required long Mentions { get; init; }

    /// <summary>Mentions that came without an author.</summary>
    public required long WithoutAuthor { get; init; }

    /// <summary>Mentions by the campaign's own accounts.</summary>
    public required long Own { get; init; }

    /// <summary>Likes, over mentions.</summary>
    public required KnownSum Likes { get; init; }

    /// <summary>Shares, over mentions.</summary>
    public required KnownSum Shares { get; init; }

    /// <summary>Comments, over mentions.</summary>
    public required KnownSum Comments { get; init; }

    /// <summary>Views, over mentions.</summary>
    public required KnownSum Views { get; init; }

    /// <summary>Uses of each hashtag, by its number.</summary>
    public required IReadOnlyDictionary<int, long> Uses { get; init; }

    /// <summary>The part of an hour as an earlier version kept it: all channels and kinds together.</summary>
    /// <param name="hour">The hour.</param>
    public static HourPart Of(HourTotals hour)
    {
        ArgumentNullException.ThrowIfNull(hour);
        return Of(hour.Hour, null, null, hour.Totals);
    }

    /// <summary>The part of an hour, channel and kind.</summary>
    internal static HourPart Of(long hour, string? channel, int? kind, Totals totals) => new(hour, channel, kind)
    {
        Mentions = totals.Mentions,
        WithoutAuthor = totals.WithoutAuthor,
        Own = totals.Own,
        Likes = totals.Likes,
        Shares = totals.Shares,
        Comments = totals.Comments,
        Views = totals.Views,
        Uses = totals.Uses,
    };
}
