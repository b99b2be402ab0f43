namespace Campaigns.Planning;

/// <summary>A topic of a campaign: what mentions are about, told by their words. It is counted apart and never adds to uses.</summary>
/// <param name="Id">Its id within the campaign.</param>
/// <param name="Number">Its permanent number within the campaign, 0 to 63: the bit that stands for it in what is counted.</param>
/// <param name="Any">Words and phrases of which a text must have one.</param>
/// <param name="None">Words and phrases of which it must have none.</param>
/// <param name="Service">The service that the topic belongs to, or null.</param>
public sealed record CampaignTopic(string Id, int Number, IReadOnlyList<string> Any, IReadOnlyList<string> None, string? Service);
