using System.ComponentModel.DataAnnotations;

namespace Campaigns.Listening;

/// <summary>How the engine listens and counts.</summary>
public sealed class ListeningOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Listening";

    /// <summary>The queue of packed mentions, from the collectors to the counters.</summary>
    [Required]
    public string MentionsQueue { get; set; } = "mentions";

    /// <summary>The queue of campaigns whose results are to be rolled up.</summary>
    [Required]
    public string RollUpsQueue { get; set; } = "roll-ups";

    /// <summary>When to look for campaigns whose roll-up was missed: a cron expression of six fields.</summary>
    [Required]
    public string RollUpSchedule { get; set; } = "45 * * * * *";

    /// <summary>How many seconds after a change a campaign is rolled up; changes meanwhile share that roll-up.</summary>
    [Range(0, 60)]
    public int RollUpDelaySeconds { get; set; } = 3;

    /// <summary>For how many seconds a process may go by the campaigns that it read before.</summary>
    [Range(0, 5)]
    public int CampaignCacheSeconds { get; set; } = 2;

    /// <summary>How many megabytes of counted mentions a process may keep in memory, so that it need not read them again.</summary>
    [Range(1, 4096)]
    public int CellCacheMegabytes { get; set; } = 64;

    /// <summary>
    /// How many megabytes of what it rolled up a process may keep in memory, so that a roll-up need not read all cells again. By default enough for the
    /// authors of a million mentions, 600,000, though all of them spoke on its latest day.
    /// </summary>
    [Range(1, 4096)]
    public int RollUpMegabytes { get; set; } = 32;

    /// <summary>After how many deliveries the host calls a message poison: the same number as <c>maxDequeueCount</c> in host.json.</summary>
    [Range(1, 100)]
    public int MaxDequeueCount { get; set; } = 5;
}
