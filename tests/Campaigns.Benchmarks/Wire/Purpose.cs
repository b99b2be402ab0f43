namespace Campaigns.Benchmarks.Wire;

/// <summary>What a storage request was for.</summary>
internal enum Purpose
{
    /// <summary>A message with mentions was put into the queue.</summary>
    Ingest,

    /// <summary>Messages with mentions received, renewed and deleted; cells read and written.</summary>
    Tracking,

    /// <summary>Roll-ups asked for and received; cells read again, summaries read and written, dirty rows removed.</summary>
    RollUp,

    /// <summary>Texts put, received, renewed and deleted; what they come to read and written.</summary>
    Insight,

    /// <summary>Campaign documents and data keys read, by ingest, tracking and roll-up.</summary>
    Campaigns,

    /// <summary>A queue was asked and had nothing.</summary>
    Polling,

    /// <summary>Timers, coverage and the rest.</summary>
    Other,
}
