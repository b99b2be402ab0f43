using System.ComponentModel.DataAnnotations;

namespace Campaigns.Http;

/// <summary>How much may be asked of one instance. With several instances a caller who meets all of them may ask as many times as much.</summary>
public sealed class LimitOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Limits";

    /// <summary>How many requests a minute one key or one principal may make.</summary>
    [Range(1, int.MaxValue)]
    public int RequestsPerMinute { get; set; } = 6_000;

    /// <summary>How many mentions a minute it may hand in.</summary>
    [Range(1, int.MaxValue)]
    public int MentionsPerMinute { get; set; } = 2_000_000;

    /// <summary>How many refusals a minute one address is told the reason of.</summary>
    [Range(1, int.MaxValue)]
    public int RefusalsPerMinute { get; set; } = 600;
}
