using System.Globalization;
using Campaigns.Channels.Manual;
using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Listening.Hashtags;

/// <summary>Checks a hashtag before a campaign takes it.</summary>
/// <param name="campaigns">The campaigns of this engine.</param>
/// <param name="clashes">Finds those that it meets.</param>
/// <param name="uses">Finds how much others used it.</param>
/// <param name="time">The clock.</param>
public sealed class HashtagCheck(CampaignTable campaigns, HashtagClashes clashes, RecentUses uses, TimeProvider time)
{
    /// <summary>Answers 200 whether or not the hashtag is good: finding out is what was asked for.</summary>
    /// <param name="tag">The hashtag, with or without its sign.</param>
    /// <param name="request">
    /// The request; <c>?campaignId=</c> names the campaign that wants it, <c>?start=</c> and <c>&amp;end=</c> the dates for which it is wanted.
    /// Without them it is wanted from now on.
    /// </param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> RunAsync(string tag, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(request);
        var faults = new Faults();
        var campaign = await CampaignAsync(request, faults, cancellationToken);
        var period = Period(request, campaign, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var bare = tag is ['#' or '＃', ..] ? tag[1..] : tag;
        if (!Hashtag.TryParse(tag, out var hashtag))
        {
            return TypedResults.Ok(new HashtagAnswer("#" + bare, null, false, HashtagFaults.Of(bare), null, null, [], [], []));
        }

        var recent = uses.AskAsync(hashtag.Folded, cancellationToken);
        var met = await clashes.FindAsync(hashtag, period, campaign?.Id, cancellationToken);
        var (length, writing) = (new HashtagAnswer.Size(new StringInfo("#" + bare).LengthInTextElements, TextLengths.Weighted("#" + bare)), HashtagWriting.Of(bare));
        var used = await recent;
        HashtagWarning[] warnings = [.. writing.Warnings(), .. HashtagAmbiguity.Of(hashtag, length.Characters), .. used.SelectMany(use => use.Warnings())];
        return TypedResults.Ok(new HashtagAnswer("#" + bare, hashtag.Folded, true, null, length, writing, met, used, warnings));
    }

    private async Task<Campaign?> CampaignAsync(HttpRequest request, Faults faults, CancellationToken cancellationToken)
    {
        if (request.Query["campaignId"].FirstOrDefault() is not { } name)
        {
            return null;
        }

        var campaign = await campaigns.FindAsync(name, cancellationToken);
        if (campaign is null)
        {
            faults.Add("campaignId", name, "must be a campaign of this engine");
        }

        return campaign;
    }

    private (Instant From, Instant To) Period(HttpRequest request, Campaign? campaign, Faults faults)
    {
        var (start, end) = (Date(request, "start", faults), Date(request, "end", faults));
        if (end < start)
        {
            faults.Add("end", request.Query["end"], "must not be before start");
        }

        // Without a campaign nobody knows the time zone: the day begins where it begins first and ends where it ends last.
        var from = start?.AtStartOfDayInZone(campaign?.TimeZone ?? DateTimeZone.ForOffset(Offset.FromHours(14))).ToInstant();
        var to = end?.PlusDays(1).AtStartOfDayInZone(campaign?.TimeZone ?? DateTimeZone.ForOffset(Offset.FromHours(-12))).ToInstant();
        return (from ?? campaign?.StartsAt ?? Instant.FromDateTimeOffset(time.GetUtcNow()), to ?? campaign?.EndsAt ?? Instant.MaxValue);
    }

    private static LocalDate? Date(HttpRequest request, string name, Faults faults)
    {
        if (request.Query[name].FirstOrDefault() is not { } text)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true } read && read.Value.Year is >= PeriodReader.EarliestYear and <= PeriodReader.LatestYear)
        {
            return read.Value;
        }

        faults.Add(name, text, "must be a date such as 2015-06-05");
        return null;
    }
}
