namespace Campaigns.Results;

/// <summary>Mentions that have two things; a pair that does not stand here has none.</summary>
/// <param name="Hashtags">By hashtag and another hashtag of the campaign.</param>
/// <param name="Topics">By hashtag and topic.</param>
public sealed record CoUseResponse(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long?>> Hashtags, IReadOnlyDictionary<string, IReadOnlyDictionary<string, long?>> Topics);
