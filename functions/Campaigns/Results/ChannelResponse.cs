using System.Text.Json.Serialization;

namespace Campaigns.Results;

/// <summary>Figures of one channel.</summary>
/// <param name="Mentions">Mentions.</param>
/// <param name="Uses">Uses of the hashtags in the plan.</param>
/// <param name="People">Who they are by.</param>
public sealed record ChannelResponse(long? Mentions, long? Uses, [property: JsonIgnore] PeopleResponse People) : PeopleResponse(People);
