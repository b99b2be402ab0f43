using System.ComponentModel.DataAnnotations;

namespace Campaigns.Storage;

/// <summary>Where copies of the tables go, when, and for how long they are kept.</summary>
public sealed class BackupOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Backup";

    /// <summary>What the account takes longer than it says until a version is gone.</summary>
    private const int SlackDays = 3;

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

    /// <summary>
    /// An account counts the days of a version from when it was written. A backup that goes sooner than that rests as a version first and as a deleted blob then, and
    /// would be brought back after the erasures since are forgotten.
    /// </summary>
    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RetentionDays < RecoverableDays - SlackDays)
        {
            yield return new ValidationResult(
                $"Backup:RetentionDays must be at least Backup:RecoverableDays less {SlackDays}, {RecoverableDays - SlackDays} days, and is {RetentionDays}: keep backups longer, or deleted blobs shorter.", [nameof(RetentionDays)]);
        }
    }
}
