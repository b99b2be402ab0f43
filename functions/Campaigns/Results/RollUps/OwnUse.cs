namespace Campaigns.Results.RollUps;

/// <summary>What one of the campaign's own accounts said.</summary>
/// <param name="Mentions">Mentions of the campaign's hashtags.</param>
/// <param name="Uses">Uses of them.</param>
public readonly record struct OwnUse(long Mentions, long Uses)
{
    /// <summary>Both together.</summary>
    /// <param name="other">The other.</param>
    public OwnUse Plus(OwnUse other) => new(Mentions + other.Mentions, Uses + other.Uses);
}
