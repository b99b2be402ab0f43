namespace Campaigns.Storage;

/// <summary>A queue that the engine sends to, as its feature's settings name it.</summary>
/// <param name="Name">The whole name.</param>
/// <param name="OnReplay">Marks a message that was given up and comes back; null where its handler need not know.</param>
public sealed record EngineQueue(string Name, Func<BinaryData, BinaryData>? OnReplay = null)
{
    /// <summary>What the host adds to a queue's name for that of the queue of messages that it gave up.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>As storage spells that a message never ends by itself.</summary>
    public static readonly TimeSpan ForAsLongAsItMust = TimeSpan.FromSeconds(-1);

    /// <summary>How long a message that comes back may wait.</summary>
    public TimeSpan TimeToLive { get; init; } = ForAsLongAsItMust;
}
