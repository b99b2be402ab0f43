using System.ComponentModel.DataAnnotations;
using Campaigns.Storage;

namespace Campaigns.Tests.Operations.Backups;

public sealed class BackupOptionsTests
{
    [Theory]
    [InlineData(14, 17, true)]
    [InlineData(30, 17, true)]
    [InlineData(7, 10, true)]
    [InlineData(7, 17, false)]
    public void Backups_that_go_sooner_than_deleted_blobs_do_are_refused_for_erasures_would_be_forgotten_first(int kept, int recoverable, bool isRight)
    {
        var options = new BackupOptions { Schedule = "0 0 1 * * *", RetentionDays = kept, RecoverableDays = recoverable };
        var faults = new List<ValidationResult>();

        Assert.Equal(isRight, Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true));
        Assert.All(faults, fault => Assert.Contains("Backup:RetentionDays must be at least", fault.ErrorMessage, StringComparison.Ordinal));
    }
}
