using System.ComponentModel.DataAnnotations;

namespace Campaigns.Publishing;

/// <summary>How posts go out.</summary>
public sealed class PublishingOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Publishing";

    /// <summary>The queue of deliveries that are due.</summary>
    [Required(AllowEmptyStrings = false)]
    public string DeliveriesQueue { get; set; } = "";

    /// <summary>When the host looks for what is due: a schedule of six fields, read by the host.</summary>
    [Required(AllowEmptyStrings = false)]
    public string TickSchedule { get; set; } = "";

    /// <summary>For how long a worker that began to publish is given the time to finish; later its claim is looked into. Calls to a channel are cut off well before.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan ClaimLease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a delivery is attempted before it is given up; asking to wait is no attempt.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How old a due row must be before it can be removed for not matching the ledger: the ledger is written after it.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan StaleDueAfter { get; set; } = TimeSpan.FromMinutes(10);
}
