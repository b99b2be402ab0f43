using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Media;

/// <summary>How pictures are fetched from the addresses that posts give.</summary>
public sealed class MediaOptions
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Media";

    /// <summary>How long fetching one picture may take, in seconds.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 20;
}

/// <summary>Checks the options at start.</summary>
[OptionsValidator]
internal sealed partial class MediaOptionsValidator : IValidateOptions<MediaOptions>;
