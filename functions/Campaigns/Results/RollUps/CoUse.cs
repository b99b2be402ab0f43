namespace Campaigns.Results.RollUps;

/// <summary>How many mentions have both of two things.</summary>
/// <param name="Hashtag">A hashtag's number.</param>
/// <param name="With">The number of another hashtag, or of a topic.</param>
/// <param name="Mentions">The mentions that have both.</param>
public sealed record CoUse(int Hashtag, int With, long Mentions);
