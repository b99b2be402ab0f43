using Azure;
using NodaTime;

namespace Campaigns.Results.Reported;

/// <summary>A figure or an input as it stands now.</summary>
public sealed record Entry
{
    /// <summary>Figure or input.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The day that it is about, in the campaign's zone.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What it is about besides.</summary>
    public required FigureSide Side { get; init; }

    /// <summary>What is said.</summary>
    public required EntryContent Content { get; init; }

    /// <summary>The how manieth thing that is said of it, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it was withdrawn: it stands in no result, and stays readable.</summary>
    public required bool Withdrawn { get; init; }

    /// <summary>When it was first put.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last put or withdrawn.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Names the write that made it what it is: whoever meets a conflict sees whether it was his own write.</summary>
    public required string WriteToken { get; init; }

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }

    /// <summary>What stays the same while days go by: entries of one series are comparable.</summary>
    public (EntryKind Kind, string Name, string Side) Series => (Kind, Name, Side.Key);
}
