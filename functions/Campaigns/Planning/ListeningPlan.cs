namespace Campaigns.Planning;

/// <summary>Where the engine looks for a campaign's mentions.</summary>
/// <param name="Channels">The channels to search, or null for all that the engine is set up to search.</param>
/// <param name="Feeds">Feeds of blogs, RSS or Atom.</param>
public sealed record ListeningPlan(IReadOnlyList<string>? Channels, IReadOnlyList<Uri> Feeds)
{
    /// <summary>Wherever the engine is set up to look, and no feeds.</summary>
    public static ListeningPlan Everywhere { get; } = new(null, []);
}
