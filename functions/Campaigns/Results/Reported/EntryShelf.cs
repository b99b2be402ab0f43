using System.Globalization;
using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Campaigns.Results.Reported;

/// <summary>Shows what people entered by hand.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="entries">Where entries rest.</param>
public sealed class EntryShelf(CampaignTable campaigns, EntryTable entries)
{
    /// <summary>Answers with an entry and all its versions: 200, 304 where it is the one that the caller has, 404 where there is none.</summary>
    /// <param name="kind">Figure or input.</param>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="name">The name, as the route has it.</param>
    /// <param name="date">The day, as the route has it.</param>
    /// <param name="request">The request; its query says which of a day where there are several.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> GetAsync(EntryKind kind, string campaignId, string name, string date, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        var (entry, problem) = await OneAsync(entries, campaign, kind, name, date, request, cancellationToken);
        return problem ?? EntryAnswer.Of(request, campaign, entry!, created: false, await entries.VersionsAsync(campaign, entry!, cancellationToken));
    }

    /// <summary>Lists entries by name and day; withdrawn ones only with <c>?withdrawn=true</c>.</summary>
    /// <param name="kind">Figures or inputs.</param>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="request">The request with <c>limit</c> and <c>after</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ListAsync(EntryKind kind, string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var paging = Paging.From(request, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        var withWithdrawn = request.Query["withdrawn"] == "true";
        var found = await entries.ListAsync(campaign, kind, paging.After, cancellationToken)
            .Where(entry => withWithdrawn || !entry.Withdrawn).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        var page = found.Select(entry => (Key: EntryRows.KeyOf(entry)[EntryRows.PrefixOf(kind).Length..], Json: EntryAnswer.Json(entry, request))).ToList();
        return TypedResults.Ok(new { items = page.Take(paging.Limit).Select(one => one.Json), next = page.Count > paging.Limit ? page[paging.Limit - 1].Key : null });
    }

    /// <summary>The one entry of a name and a day that the query means. It need not name what leaves no doubt.</summary>
    internal static async Task<(Entry? Entry, IResult? Problem)> OneAsync(
        EntryTable entries, Campaign campaign, EntryKind kind, string name, string date, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var asked = SideReader.Read(request, kind, faults);
        if (faults.Any)
        {
            return (null, Problems.Unprocessable(faults));
        }

        var day = LocalDatePattern.Iso.Parse(date);
        if (!day.Success || !EntryNames.Has(kind, name))
        {
            return (null, EntryAnswer.Missing(campaign.Id.Value, kind, name, date));
        }

        var found = await entries.OfDayAsync(campaign, kind, name, day.Value, cancellationToken).Where(entry => entry.Side.Answers(asked)).ToListAsync(cancellationToken);
        // The whole of which the others are sides can be asked for only by naming nothing.
        var exact = found.Where(entry => entry.Side.Key == asked.Key).ToList();
        if (found.Count > 1 && exact.Count == 1)
        {
            found = exact;
        }

        if (found.Count > 1)
        {
            faults.Add("channel", asked.Channel, string.Create(CultureInfo.InvariantCulture, $"{found.Count} are entered for that day: name channel, account and scope, or the group or the post, so that only one is meant"));
            return (null, Problems.Unprocessable(faults));
        }

        return found.Count == 1 ? (found[0], null) : (null, EntryAnswer.Missing(campaign.Id.Value, kind, name, date));
    }
}
