using Campaigns.Results.RollUps;

namespace Campaigns.Results.Feed.Sets;

/// <summary>How an hour's parts are named in keys.</summary>
internal static class HourKinds
{
    /// <summary>The channel and the kind of what an earlier version added up over all of them.</summary>
    public const string Unknown = "unknown";

    private static readonly string[] Kinds = ["original", "reply", "share", "quote"];

    public static string KindOf(HourPart part) => part.Kind is { } kind ? Kinds[kind] : Unknown;

    /// <summary>The parts of an hour in the order of their names, as keys are.</summary>
    public static IReadOnlyList<HourPart> InOrder(IEnumerable<HourPart> hour) => [.. hour.OrderBy(ChannelOf, StringComparer.Ordinal).ThenBy(KindOf, StringComparer.Ordinal)];

    public static string ChannelOf(HourPart part) => part.Channel ?? Unknown;
}
