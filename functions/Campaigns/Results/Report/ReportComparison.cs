using System.Text.Json.Serialization;

namespace Campaigns.Results.Report;

/// <summary>The campaign beside the one that its plan compares it with, or days of it beside others.</summary>
/// <param name="With">With what it is compared: another <c>campaign</c>, or other <c>days</c> of this one.</param>
/// <param name="Name">The other campaign's name, or this one's; null for a caller who may not open it.</param>
/// <param name="FirstDay">The first of the other days; null for such a caller.</param>
/// <param name="LastDay">The last one.</param>
/// <param name="Rows">The figures of both.</param>
/// <param name="Unlike">What makes the two unlike, in words.</param>
public sealed record ReportComparison(string With, string? Name, DateOnly? FirstDay, DateOnly? LastDay, IReadOnlyList<ReportComparisonRow> Rows, IReadOnlyList<string> Unlike)
{
    /// <summary>With another campaign.</summary>
    public const string Campaign = "campaign";

    /// <summary>With other days of the same one.</summary>
    public const string Days = "days";

    /// <summary>As many first days of both campaigns, while this one runs; left out before the second day of either and after its end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportSoFar? SoFar { get; init; }
}

/// <summary>The first days of a campaign that runs beside as many of the other one.</summary>
/// <param name="Days">How many days.</param>
/// <param name="Rows">The figures of both.</param>
public sealed record ReportSoFar(int Days, IReadOnlyList<ReportComparisonRow> Rows);

/// <summary>A figure of both.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Now">What it is here.</param>
/// <param name="Then">What it came to there.</param>
/// <param name="Change">How much more it is here; of whole campaigns once both are over.</param>
/// <param name="ChangePercent">That in percent of what it was there.</param>
public sealed record ReportComparisonRow(string Name, ReportCell Now, ReportCell Then, ReportCell Change, ReportCell ChangePercent);
