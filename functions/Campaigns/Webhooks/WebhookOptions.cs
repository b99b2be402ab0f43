using System.ComponentModel.DataAnnotations;

namespace Campaigns.Webhooks;

/// <summary>How outgoing webhooks are sent.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Webhooks";

    /// <summary>The queue of what is to be sent.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Queue { get; set; } = "";

    /// <summary>How long a receiver may take to answer, in seconds.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 10;
}
