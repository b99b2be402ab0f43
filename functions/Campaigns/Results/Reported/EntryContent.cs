namespace Campaigns.Results.Reported;

/// <summary>What somebody says a figure is.</summary>
public sealed record EntryContent
{
    /// <summary>The number; null where it is not known.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Why it is not known, one of <see cref="FigureStatus"/>; null where it is.</summary>
    public required string? WhyUnknown { get; init; }

    /// <summary>What it counts, in plain words; null for an input whose name says it.</summary>
    public required string? Definition { get; init; }

    /// <summary>What it is counted in; null for plain numbers. Of money the currency.</summary>
    public required string? Unit { get; init; }

    /// <summary>Where the number was read.</summary>
    public required string Source { get; init; }

    /// <summary>Who says so: a role or an organisation, never a person by name.</summary>
    public required string ReportedBy { get; init; }

    /// <summary>Of a group, how many people there are whose group is known; null where it is of none, or not known.</summary>
    public long? Base { get; init; }

    /// <summary>Whether those people are a sample of all that the figure is about.</summary>
    public bool IsSample { get; init; }

    /// <summary>Whether such figures of several accounts may be added up: never of people, of whom some are in several.</summary>
    public bool Adds { get; init; }

    /// <summary>What it is worth.</summary>
    public string Status => Value is null ? WhyUnknown ?? FigureStatus.NotOffered : Value == 0 ? FigureStatus.Zero : FigureStatus.Value;
}
