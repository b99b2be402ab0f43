using System.ComponentModel.DataAnnotations;

namespace Campaigns.Listening.Texts;

/// <summary>Where texts go that are to be analysed.</summary>
public sealed class TextsOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Insight";

    /// <summary>The queue of packed texts without personal data, from the collectors to the analyser.</summary>
    [Required]
    public string TextsQueue { get; set; } = "texts";
}
