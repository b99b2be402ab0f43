using System.ComponentModel.DataAnnotations;

namespace Campaigns.Listening.Retention;

/// <summary>How campaigns are closed whose retention is over.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Retention";

    /// <summary>When to look for them: a cron expression of six fields.</summary>
    [Required]
    public string Schedule { get; set; } = "50 */5 * * * *";

    /// <summary>After how long every process knows that a campaign is closed; its last figures are made then.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:03:00")]
    public TimeSpan KnownAfter { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After how long what was removed is looked for again: longer than a write that was under way may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan SecondPassAfter { get; set; } = TimeSpan.FromMinutes(11);
}
