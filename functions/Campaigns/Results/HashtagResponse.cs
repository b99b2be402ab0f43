using System.Text.Json.Serialization;

namespace Campaigns.Results;

/// <summary>Figures of one hashtag.</summary>
/// <param name="Mentions">Mentions that use it.</param>
/// <param name="People">Who they are by.</param>
public sealed record HashtagResponse(long? Mentions, [property: JsonIgnore] PeopleResponse People) : PeopleResponse(People);
