using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Feeds;

/// <summary>How the feeds of blogs are read. Which ones is for each campaign to say.</summary>
public sealed class FeedOptions
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Feeds";

    /// <summary>How long reading one feed may take, in seconds.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 20;
}

/// <summary>Checks the options at start.</summary>
[OptionsValidator]
internal sealed partial class FeedOptionsValidator : IValidateOptions<FeedOptions>;
