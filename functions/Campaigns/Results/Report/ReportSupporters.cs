using System.Text.Json.Serialization;
using Campaigns.Listening.Supporters;

namespace Campaigns.Results.Report;

/// <summary>Who took part by name: only those whom the campaign lists. Of everybody else there is a number.</summary>
/// <param name="Named">Those who said most, at most <see cref="Most"/>.</param>
/// <param name="MoreNamed">How many others of the list took part.</param>
/// <param name="Others">Everybody else.</param>
public sealed record ReportSupporters(IReadOnlyList<ReportSupporter> Named, int MoreNamed, ReportCell Others)
{
    /// <summary>How many of the organisations on the list took part lately; left out where all did, and where that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportSentence? Active { get; init; }

    /// <summary>How many a page names.</summary>
    public const int Most = 10;
}

/// <summary>A supporter who took part.</summary>
/// <param name="Name">The name that the campaign's list gives.</param>
/// <param name="Kind">An organisation, or a person in a public role.</param>
/// <param name="Channel">The channel's name for people.</param>
/// <param name="Mentions">Mentions.</param>
/// <param name="Uses">Uses of the campaign's hashtags.</param>
public sealed record ReportSupporter(string Name, SupporterKind Kind, string Channel, long Mentions, long Uses);
