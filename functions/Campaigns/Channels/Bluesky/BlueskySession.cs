namespace Campaigns.Channels.Bluesky;

/// <summary>A signed-in account.</summary>
/// <param name="Did">The account's lasting identifier.</param>
/// <param name="Access">The token for calls.</param>
/// <param name="Refresh">The token that renews it.</param>
internal sealed record BlueskySession(string Did, string Access, string Refresh)
{
    /// <summary>Says nothing of the tokens, wherever it is printed.</summary>
    public override string ToString() => $"{nameof(BlueskySession)} of {Did}";
}
