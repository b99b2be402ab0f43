using System.ComponentModel.DataAnnotations;

namespace Campaigns.Storage;

/// <summary>Where copies of the tables go, when, and for how long they are kept.</summary>
public sealed class BackupOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Backup";

    /// <summary>When the host looks whether tonight's backup is to be begun or to go on: a schedule of six fields, read by the host.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Schedule { get; set; } = "";

    /// <summary>The container of blobs.</summary>
    [RegularExpression("^[a-z0-9]([a-z0-9]|-(?=[a-z0-9])){2,62}$", ErrorMessage = "Backup:Container must be 3 to 63 lower-case letters, digits and single hyphens.")]
    public string Container { get; set; } = "backups";

    /// <summary>For how many days a backup is kept; the last whole one stays until there is another.</summary>
    [Range(1, 365)]
    public int RetentionDays { get; set; } = 14;

    /// <summary>For how many days a backup that was removed can still be brought back, by the account's versions and deleted blobs: what must hold after a restore is remembered for so much longer.</summary>
    [Range(0, 365)]
    public int RecoverableDays { get; set; } = 17;
}
