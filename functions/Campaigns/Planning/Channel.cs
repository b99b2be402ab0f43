using System.Diagnostics.CodeAnalysis;

namespace Campaigns.Planning;

/// <summary>A place where a campaign publishes or listens, by its one name.</summary>
public readonly record struct Channel
{
    private static readonly string[] Names =
    [
        "blog", "bluesky", "careopinion", "discourse", "facebook", "facebookgroup", "forum", "instagram", "leaflet", "linkedin", "manual",
        "mastodon", "scribblelive", "threads", "wordpress", "x", "youtube",
    ];

    private Channel(string name) => Name = name;

    /// <summary>What is allowed, as a sentence.</summary>
    public static string Rule { get; } = $"must be one of {string.Join(", ", Names)}";

    /// <summary>Every channel, in alphabetical order.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The name, in lower case.</summary>
    public string Name { get; }

    /// <summary>Reads a channel's name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="channel">The channel, where there is one of that name.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Channel channel)
    {
        var known = text is not null && Array.BinarySearch(Names, text, StringComparer.Ordinal) >= 0;
        channel = known ? new Channel(text!) : default;
        return known;
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
