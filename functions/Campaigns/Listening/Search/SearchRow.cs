using Azure;
using Campaigns.Listening.Coverage;

namespace Campaigns.Listening.Search;

/// <summary>
/// One search as it stands: its cursor and its ledger in one row, so that what was looked at and what is said about it never differ.
/// Times are seconds since 1970.
/// </summary>
internal sealed record SearchRow
{
    /// <summary>What is searched.</summary>
    public required SearchKey Key { get; init; }

    /// <summary>From when on it is searched: the campaign's start.</summary>
    public required long From { get; init; }

    /// <summary>Up to when windows were opened, by the clock on the wall.</summary>
    public required long LookedTo { get; init; }

    /// <summary>What is still to be searched; the last is next.</summary>
    public IReadOnlyList<OpenWindow> Open { get; init; } = [];

    /// <summary>What was searched.</summary>
    public SearchLedger Ledger { get; init; } = SearchLedger.Empty;

    /// <summary>What the last request came to.</summary>
    public SearchState State { get; init; }

    /// <summary>Why it is not searched now, in plain words.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when nothing of it is searched; null while it is.</summary>
    public long? StoppedAt { get; init; }

    /// <summary>When the channel was last asked, or would have been.</summary>
    public long? AskedAt { get; init; }

    /// <summary>When it is due; null where nothing is left to search.</summary>
    public long? NextAt { get; init; }

    /// <summary>Seconds between two searches by what was found.</summary>
    public int Every { get; init; }

    /// <summary>Seconds between two searches as the budget allows.</summary>
    public int Paced { get; init; }

    /// <summary>How often in a row the channel did not answer.</summary>
    public int Failures { get; init; }

    /// <summary>What the present round came to so far.</summary>
    public RoundCost Round { get; init; }

    /// <summary>What a round comes to on average; null before the first.</summary>
    public RoundCost? Usual { get; init; }

    /// <summary>What the message or the worker that has it knows it by; empty where nobody does.</summary>
    public string Lease { get; init; } = "";

    /// <summary>When others may take it over.</summary>
    public long LeaseUntil { get; init; }

    /// <summary>Whether a message that bears the lease waits for a worker.</summary>
    public bool IsQueued { get; init; }

    /// <summary>Random, made with each write: by it a write whose answer was lost is known again.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }
}
