namespace Campaigns.Listening.Intake;

/// <summary>What a word or phrase says about a campaign's topics.</summary>
/// <param name="Campaign">The campaign's place in <see cref="ListenedCampaigns.All"/>.</param>
/// <param name="Any">The topics that a text with it is about.</param>
/// <param name="None">The topics that a text with it is not about.</param>
internal readonly record struct TopicUse(int Campaign, ulong Any, ulong None);
