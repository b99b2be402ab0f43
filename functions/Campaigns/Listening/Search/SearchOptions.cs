using System.ComponentModel.DataAnnotations;

namespace Campaigns.Listening.Search;

/// <summary>How channels are searched.</summary>
public sealed class SearchOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = ListeningOptions.SectionName;

    /// <summary>When to look for searches that are due: a cron expression of six fields.</summary>
    [Required]
    public string SearchSchedule { get; set; } = "15 * * * * *";

    /// <summary>The queue of searches that are due.</summary>
    [Required]
    public string SearchesQueue { get; set; } = "searches";

    /// <summary>How long after a search that found something the next one comes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan SearchEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it takes at most where nothing is found and the budget is no bound.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan SearchAtLeastEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What channels charge, by their names, where it is not what the engine knows.</summary>
    public Dictionary<string, ChannelPrice> Prices { get; } = new(StringComparer.OrdinalIgnoreCase);
}
