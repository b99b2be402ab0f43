namespace Campaigns.Local.Functions.Worker.Settings;

/// <summary><c>extensions.queues</c> of <c>host.json</c>, with the official defaults.</summary>
internal sealed record QueueSettings
{
    public const int LargestBatch = 32;

    public int BatchSize { get; init; } = 16;

    /// <summary>The next batch is fetched when so few messages, or fewer, are still being processed.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message stays hidden after its function failed.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    public bool Base64 { get; init; } = true;
}
