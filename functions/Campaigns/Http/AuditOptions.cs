using System.ComponentModel.DataAnnotations;

namespace Campaigns.Http;

/// <summary>How long it is kept who changed what.</summary>
public sealed class AuditOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Audit";

    /// <summary>When to remove what is older, in UTC: a cron expression of six fields.</summary>
    [Required]
    public string Schedule { get; set; } = "40 */5 5 * * *";

    /// <summary>For how many days: two years by default, so that the year that an assessment looks at is whole while the next one runs. At least half a year.</summary>
    [Range(183, 3660)]
    public int KeepDays { get; set; } = 731;
}
