using System.ComponentModel.DataAnnotations;

namespace Campaigns.Listening.Erasures;

/// <summary>How people are erased.</summary>
public sealed class ErasureOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Erasures";

    /// <summary>The queue of erasures that go on.</summary>
    [Required]
    public string Queue { get; set; } = "erasures";

    /// <summary>When to look for erasures that a lost message left behind: a cron expression of six fields.</summary>
    [Required]
    public string SweepSchedule { get; set; } = "30 */5 * * * *";

    /// <summary>After how long without a sign of life an erasure's message is taken for lost.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan LostAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>After how long every process knows the refusal list: longer than one may go by what it read before.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan KnownAfter { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After how long everything is looked through again: longer than a write that was under way may take, the lease of a message.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan SecondPassAfter { get; set; } = TimeSpan.FromMinutes(11);
}
