using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Campaigns.Http;
using Campaigns.Http.Outside;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Campaigns.Planning;

/// <summary>Puts, reads, lists and archives campaigns.</summary>
/// <param name="campaigns">Where they rest.</param>
/// <param name="keys">Makes the data key of a new one.</param>
/// <param name="metrics">What objectives may name.</param>
/// <param name="outside">Which feeds may be called.</param>
/// <param name="time">The clock.</param>
public sealed class CampaignPlanner(CampaignTable campaigns, DataKeys keys, ObjectiveMetrics metrics, IOptions<OutsideOptions> outside, TimeProvider time)
{
    /// <summary>Creates (201) or changes (200) a campaign; changing an archived one restores it.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="request">The request with the document.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> PutAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        if (!CampaignId.TryParse(campaignId, out var id))
        {
            faults.Add("campaignId", campaignId, CampaignId.Rule);
        }

        var (document, problem) = await JsonBody.ReadAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var plan = CampaignReader.Read(document, metrics, outside.Value, faults);
        await CompareWithRule.CheckAsync(campaigns, id, plan?.CompareWith, request, faults, cancellationToken);
        if (plan is null || faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var before = await campaigns.FindAsync(id, cancellationToken);
        if (Preconditions.ForPut(request, before?.ETag) is { } refused)
        {
            return refused;
        }

        if (before is { ClosedAt: not null })
        {
            return Closed(before);
        }

        OwnAccountsRule.Check(request, before, plan.Accounts, faults);
        var now = time.GetUtcNow();
        var ever = TagNumbers.Assign(before?.HashtagsEver ?? [], plan.Hashtags, now, faults);
        var topicsEver = TopicNumbers.Assign(before?.TopicsEver ?? [], plan.Listening.Topics, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var campaign = await MakeAsync(id, document, plan, ever, topicsEver, before, now, cancellationToken);
        RefuseToEndAtOnce(before, campaign, document, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var written = before is null ? await campaigns.AddAsync(campaign, cancellationToken) : await campaigns.UpdateAsync(campaign, cancellationToken);
        return written is null ? Problems.PreconditionFailed() : CampaignAnswer.Of(request, written, created: before is null, plan.NotYet);
    }

    /// <summary>Answers with a campaign: 200, 304 where it is the one that the caller has, 404 where there is none.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IResult> GetAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken) =>
        await campaigns.FindAsync(campaignId, cancellationToken) is { } campaign
            ? CampaignAnswer.Of(request, campaign, created: false, [])
            : Missing(campaignId);

    /// <summary>Lists campaigns by id; archived ones only with <c>?archived=true</c>.</summary>
    /// <param name="request">The request with <c>limit</c> and <c>after</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var paging = Paging.From(request, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var withArchived = request.Query["archived"] == "true";
        var found = await campaigns.ListAsync(paging.After, cancellationToken)
            .Where(campaign => withArchived || !campaign.Archived)
            .Take(paging.Limit + 1)
            .ToListAsync(cancellationToken);
        return paging.Answer([.. found.Select(CampaignAnswer.Line)], line => line.Id);
    }

    /// <summary>Archives a campaign (204): nothing more is counted or published; what was counted stays readable.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="request">The request; If-Match is honoured.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> ArchiveAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return Missing(campaignId);
        }

        if (Preconditions.ForChange(request, campaign.ETag) is { } refused)
        {
            return refused;
        }

        var now = time.GetUtcNow();
        return campaign.Archived || await campaigns.UpdateAsync(campaign with { Archived = true, ArchivedAt = now, UpdatedAt = now }, cancellationToken) is not null
            ? TypedResults.NoContent()
            : Problems.PreconditionFailed();
    }

    /// <summary>The 404 of a campaign, the same on every route.</summary>
    /// <param name="campaignId">The id that was asked for.</param>
    public static IResult Missing(string campaignId) => Problems.NotFound($"There is no campaign {campaignId}.");

    /// <summary>The 409 of what would change a campaign whose retention is over.</summary>
    /// <param name="campaign">The campaign.</param>
    public static IResult Closed(Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return Problems.Conflict(string.Create(CultureInfo.InvariantCulture,
            $"The retention of campaign {campaign.Id} is over: its counting was closed for good at {campaign.ClosedAt:u}. Its last figures stay readable; put what is new under another id."));
    }

    /// <summary>What a retention that is over leaves is removed within minutes, for good: a changed plan must not do that by the way.</summary>
    private static void RefuseToEndAtOnce(Campaign? before, Campaign campaign, JsonElement document, Faults faults)
    {
        var (now, end) = (Instant.FromDateTimeOffset(campaign.UpdatedAt), campaign.RetentionEndsAt);
        if (before is null || before.RetentionEndsAt <= now || end > now)
        {
            return;
        }

        var rule = string.Create(CultureInfo.InvariantCulture, $"must leave the retention an end after now: it would have been over at {end}, and what was counted would be removed for good");
        if ((campaign with { RetentionDays = before.RetentionDays }).RetentionEndsAt > now)
        {
            faults.Add("retentionDays", campaign.RetentionDays.ToString(CultureInfo.InvariantCulture), rule);
        }
        else
        {
            faults.Add("end", document.GetProperty("end"), rule);
        }
    }

    private async Task<Campaign> MakeAsync(
        CampaignId id, JsonElement document, CampaignPlan plan, IReadOnlyList<CampaignHashtag> ever, IReadOnlyList<string> topicsEver,
        Campaign? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var generation = before?.Generation ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        return new Campaign
        {
            Id = id,
            Generation = generation,
            Document = CampaignAnswer.Stored(document),
            Name = plan.Name,
            StartsAt = plan.StartsAt,
            EndsAt = plan.EndsAt,
            TimeZone = plan.TimeZone,
            HashtagsEver = ever,
            Hashtags = [.. ever.Where(tag => plan.Hashtags.Contains(tag.Tag))],
            Accounts = plan.Accounts,
            Audience = plan.Audience,
            InfluencerFollowers = plan.InfluencerFollowers,
            TopicsEver = topicsEver,
            Topics = TopicNumbers.Number(plan.Listening.Topics, topicsEver),
            SuppressBelow = plan.Listening.SuppressBelow,
            ExpectedMentionsPerHour = plan.Listening.ExpectedMentionsPerHour,
            Listening = plan.Listening.Listening,
            Budget = plan.Listening.Budget,
            RetentionDays = plan.Listening.RetentionDays,
            Objectives = plan.Objectives,
            CompareWith = plan.CompareWith,
            WrappedDataKey = before?.WrappedDataKey ?? await keys.MakeAsync(id, generation, cancellationToken),
            Archived = false,
            CreatedAt = before?.CreatedAt ?? now,
            UpdatedAt = now,
            ETag = before?.ETag ?? default,
        };
    }
}
