using System.ComponentModel.DataAnnotations;

namespace Campaigns.Storage;

/// <summary>How the engine names what it stores. The account itself is the host's <c>AzureWebJobsStorage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Storage";

    /// <summary>Stands before every table's name, so that two engines can share an account; letters and digits, or empty.</summary>
    [RegularExpression("^([A-Za-z][A-Za-z0-9]{0,20})?$", ErrorMessage = "Storage:TablePrefix must be letters and digits, starting with a letter.")]
    public string TablePrefix { get; set; } = "";

    /// <summary>When to look what waits in the queues, and what was given up: a cron expression of six fields.</summary>
    [Required]
    public string WatchSchedule { get; set; } = "10 */5 * * * *";
}
