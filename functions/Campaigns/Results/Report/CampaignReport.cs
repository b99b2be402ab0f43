namespace Campaigns.Results.Report;

/// <summary>A campaign told on a page: what every form of the report is written from.</summary>
public sealed record CampaignReport
{
    /// <summary>The campaign.</summary>
    public required string CampaignId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Who runs it, or null.</summary>
    public required string? Owner { get; init; }

    /// <summary>Its hashtags as the plan writes them.</summary>
    public required IReadOnlyList<string> Hashtags { get; init; }

    /// <summary>Its first local day.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Its last local day.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The zone of its days.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Every change before this moment is in what was counted, wherever the report shows it; null before anything was counted.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>What it set out to do.</summary>
    public required ReportPlan Plan { get; init; }

    /// <summary>What happened.</summary>
    public required IReadOnlyList<ReportSentence> Story { get; init; }

    /// <summary>How far its objectives are met, by layer.</summary>
    public required IReadOnlyList<ReportObjective> Objectives { get; init; }

    /// <summary>The campaign beside an earlier one, or days of it beside others; null where neither is asked for.</summary>
    public required ReportComparison? Comparison { get; init; }

    /// <summary>What happened when.</summary>
    public required ReportTimeline Timeline { get; init; }

    /// <summary>What happened where.</summary>
    public required IReadOnlyList<ReportChannel> Channels { get; init; }

    /// <summary>Who took part by name.</summary>
    public required ReportSupporters Supporters { get; init; }

    /// <summary>Which figures it lacks, and why.</summary>
    public required IReadOnlyList<ReportGap> NotKnown { get; init; }

    /// <summary>How far its figures go.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>Where each of its figures comes from.</summary>
    public required IReadOnlyList<ReportFigure> Figures { get; init; }
}
