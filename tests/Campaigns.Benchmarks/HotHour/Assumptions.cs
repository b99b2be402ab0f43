namespace Campaigns.Benchmarks.HotHour;

/// <summary>What the simulation goes by. Limits are published ones; the rest is measured here or assumed, as each line says.</summary>
internal static class Assumptions
{
    /// <summary>Bytes of a mention in a message or a page (docs/decisions/0004-cells.md).</summary>
    public const double MentionBytes = 45;

    /// <summary>Mentions that fill a message of 48 KiB.</summary>
    public const double MentionsPerMessage = Listening.Cells.MentionsMessage.LongestCell / MentionBytes;

    /// <summary>Processor seconds for each mention, parse to committed: what the scale benchmark holds it to.</summary>
    public const double SecondsPerMention = 15e-6;

    /// <summary>Assumed: processor seconds for a mention in a fold of the roll-up, which goes through a changed hour whole.</summary>
    public const double FoldSecondsPerMention = 0.2e-6;

    /// <summary>Assumed: processor seconds for each request over HTTP and each message besides.</summary>
    public const double SecondsPerRequest = 1e-3;

    /// <summary>Assumed: how busy an instance of one processor and 2 GB is kept.</summary>
    public const double Busy = 0.6;

    /// <summary>What an instance may hold of cells (Listening__CellCacheMegabytes may be set higher on a larger instance).</summary>
    public const double CacheBytes = 1e9;

    /// <summary>Assumed: the median of a write and of a read of storage, in seconds; each spreads by a factor of about two.</summary>
    public const double WriteSeconds = 0.015;

    public const double ReadSeconds = 0.008;

    /// <summary>Published: entities a second in one partition; a cell's write is two of them, its open page and its dirty row.</summary>
    public const double PartitionEntities = 2_000;

    /// <summary>Published: messages a second through one queue.</summary>
    public const double QueueMessages = 2_000;

    /// <summary>Published: requests or entities a second of one account, at 1 KiB each.</summary>
    public const double AccountRequests = 20_000;

    /// <summary>How much of a published limit is used.</summary>
    public const double Headroom = 0.7;

    /// <summary>Messages that one receive brings.</summary>
    public const double MessagesPerReceive = 8;

    /// <summary>Assumed, US dollars for a GB-second of Functions Flex Consumption (modal.com/blog/azure-function-pricing-guide, May 2025); put in your own.</summary>
    public const double DollarsPerGigabyteSecond = 0.000026;
}
