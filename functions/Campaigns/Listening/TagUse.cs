namespace Campaigns.Listening;

/// <summary>A campaign's hashtag.</summary>
/// <param name="Campaign">The campaign's place in <see cref="ListenedCampaigns.All"/>.</param>
/// <param name="Bit">The bit that stands for the hashtag in records.</param>
internal readonly record struct TagUse(int Campaign, ulong Bit);
