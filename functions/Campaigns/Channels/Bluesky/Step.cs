namespace Campaigns.Channels.Bluesky;

/// <summary>One step on the way to a post: either its value, or the outcome that ends the way there.</summary>
internal readonly record struct Step<T>(T? Value, PublishOutcome? Ended)
    where T : class
{
    public static implicit operator Step<T>(T value) => new(value, null);

    public static implicit operator Step<T>(PublishOutcome ended) => new(null, ended);
}
