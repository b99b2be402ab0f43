namespace Campaigns.Http;

/// <summary>What a caller may do.</summary>
public enum Role
{
    /// <summary>No key is asked for: only for what says nothing about a campaign.</summary>
    Anyone,

    /// <summary>Configures campaigns, posts, access.</summary>
    Manager,

    /// <summary>Approves, holds and releases what goes out.</summary>
    Approver,

    /// <summary>Answers people.</summary>
    Responder,

    /// <summary>Hands mentions in.</summary>
    Ingest,

    /// <summary>Reads results.</summary>
    Reader,
}
