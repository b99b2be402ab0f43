namespace Campaigns.Planning;

/// <summary>A group of people whom a campaign is for.</summary>
/// <param name="Dimension">By what people are told apart, such as <c>age</c>.</param>
/// <param name="Group">The group, such as <c>18-24</c>.</param>
/// <param name="Population">How many people it has; null where the plan does not say.</param>
/// <param name="HardToReach">Whether it is known that such campaigns miss it.</param>
public sealed record AudienceGroup(string Dimension, string Group, long? Population, bool HardToReach);
