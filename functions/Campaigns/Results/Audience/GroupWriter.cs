using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.Reported;
using NodaTime.Text;

namespace Campaigns.Results.Audience;

/// <summary>Writes one group of an audience.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="figures">Takes what each number is worth.</param>
/// <param name="whyNull">The status of what nobody entered.</param>
/// <param name="compared">The groups that can be compared.</param>
/// <param name="row">The group.</param>
/// <param name="isHidden">Whether it would tell of few people.</param>
internal sealed class GroupWriter(Campaign campaign, Figures figures, string whyNull, ComparedGroups compared, AudienceRow row, bool isHidden)
{
    /// <summary>Below this a group has clearly less than its share: four fifths of it.</summary>
    private const double FairShare = 80;

    private readonly DateTimeOffset? asOf = row.Match.Entered.Count == 0 ? campaign.ClosedAt : row.Match.Entered.Max(entry => EntryDates.AsOf(entry, campaign));

    public AudienceGroupResponse Write(string pointer)
    {
        var isCompared = compared.Has(row);
        var why = isHidden ? "It would tell of few people." : row.Match.Why ?? (isCompared ? null : row.People is null ? "Its people are not known." : compared.WhyNot);
        // Why a number is not there that comes of people, and why one that comes of a comparison.
        var (unknown, apart) = (
            row.Match.Entered.Count == 0 ? whyNull : isHidden ? FigureStatus.Suppressed : row.WhyUnknown ?? FigureStatus.NotOffered,
            isHidden ? FigureStatus.Suppressed : FigureStatus.NotOffered);
        var (people, of) = isHidden ? (null, null) : (row.People, row.Base);
        var share = people is { } part && of > 0 ? Math.Round((double)part / of.Value, 4) : (double?)null;
        var whole = share is not null && row.IsSample ? ShareInterval.Of(people!.Value, of!.Value) : null;
        double? ofPopulation = isCompared ? (double)row.Population!.Value / compared.Population : null, ofAudience = isCompared ? (double)row.People!.Value / compared.People : null;
        double? index = isCompared ? AudienceDefinitions.IndexOf(ofAudience!.Value, ofPopulation!.Value) : null;
        var range = isCompared && row.IsSample ? ShareInterval.Of(row.People!.Value, compared.People) : null;
        double? least = Ends(range?.AtLeast), most = Ends(range?.AtMost);
        return new AudienceGroupResponse(
            row.Match.Name, [.. row.Match.Entered.Select(entry => entry.Side.Group!)], [.. row.Match.Planned.Select(group => group.Group)],
            row.Match.Entered.Count == 0 ? null : LocalDatePattern.Iso.Format(row.Match.Entered.Max(entry => entry.Date)),
            Number("people", AudienceDefinitions.People, people, unknown, why),
            Number("base", AudienceDefinitions.Base, of, unknown, why),
            row.Match.Entered.Count == 0 ? null : row.IsSample,
            Number("share", AudienceDefinitions.Share, share, unknown, why),
            Number("shareAtLeast", AudienceDefinitions.Share, Rounded(whole?.AtLeast), unknown, why),
            Number("shareAtMost", AudienceDefinitions.Share, Rounded(whole?.AtMost), unknown, why),
            Planned("population", AudienceDefinitions.Population, row.Population, row.Match.Planned.Count == 0 ? why : "The plan does not say how many people this group has."),
            Planned("populationShare", AudienceDefinitions.PopulationShare, Rounded(ofPopulation), why),
            Number("audienceShare", AudienceDefinitions.Composition, Rounded(ofAudience), apart, why),
            Number("index", AudienceDefinitions.Index, index, apart, why),
            Number("indexAtLeast", AudienceDefinitions.Index, least, apart, why),
            Number("indexAtMost", AudienceDefinitions.Index, most, apart, why),
            row.IsHardToReach, isCompared ? index < FairShare && most is not >= 100 : null, why);

        double? Ends(double? end) => end is { } audience ? AudienceDefinitions.IndexOf(audience, ofPopulation!.Value) : null;

        T? Number<T>(string name, MetricDefinition definition, T? value, string status, string? reason)
            where T : struct, System.Numerics.INumber<T> => Noted($"{pointer}/{name}", figures.Entered($"{pointer}/{name}", definition, value, asOf, status), reason);

        T? Planned<T>(string name, MetricDefinition definition, T? value, string? reason)
            where T : struct, System.Numerics.INumber<T> => Noted(
                $"{pointer}/{name}", figures.Entered($"{pointer}/{name}", definition, value, LocalTimes.Of(campaign.UpdatedAt, campaign.TimeZone), FigureStatus.NotOffered), reason);
    }

    private static double? Rounded(double? share) => share is { } known ? Math.Round(known, 4) : null;

    /// <summary>Says in words why a number is not there.</summary>
    private T? Noted<T>(string pointer, T? value, string? why)
        where T : struct
    {
        if (value is null)
        {
            figures.Put(pointer, figures.All[pointer] with { Why = why ?? "The base is no sample: the share is exact." });
        }

        return value;
    }
}
