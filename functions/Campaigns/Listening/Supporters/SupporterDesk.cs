using System.Globalization;
using System.Text;
using Azure;
using Campaigns.Http;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Erasures;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Listening.Supporters;

/// <summary>Puts and shows whom a campaign names.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="supporters">Where the lists rest.</param>
/// <param name="writer">Replaces them.</param>
/// <param name="keys">Makes author keys.</param>
/// <param name="refusals">Who was erased.</param>
/// <param name="requests">Asks for the roll-up that a change calls for.</param>
public sealed class SupporterDesk(CampaignTable campaigns, SupporterTable supporters, SupporterWriter writer, CampaignKeys keys, Refusals refusals, RollUpRequests requests)
{
    private static readonly string[] Header = ["channel", "id", "handle", "name", "kind", "basis"];

    /// <summary>Replaces the list: 201 for the first one, else 200.</summary>
    /// <param name="campaignId">The campaign's id, as the route has it.</param>
    /// <param name="request">The request with the list.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> PutAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var faults = new Faults();
        var reader = new SupporterReader(faults);
        if (await SupporterBody.ReadAsync(request, reader, faults, cancellationToken) is { } problem)
        {
            return problem;
        }

        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        if (campaign.ClosedAt is not null)
        {
            return CampaignPlanner.Closed(campaign);
        }

        await CheckErasedAsync(campaign, reader.Entries, faults, cancellationToken);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var before = await supporters.HeadAsync(campaign, cancellationToken);
        if (Preconditions.ForPut(request, before is null ? null : new ETag(before.Version)) is { } refused)
        {
            return refused;
        }

        if (await writer.ReplaceAsync(campaign, before, reader.Entries, cancellationToken) is not { } written)
        {
            return Problems.PreconditionFailed();
        }

        // Names come and go with the next roll-up; where it cannot be asked for, the sweep sees the changed list.
        await requests.AskAsync(new CellId(campaign.Id.Value, campaign.Generation, 0), cancellationToken);
        request.HttpContext.Response.Headers.ETag = Preconditions.TagOf(new ETag(written.Version));
        var answer = new
        {
            campaignId = campaign.Id.Value,
            updatedAt = written.UpdatedAt,
            count = reader.Entries.Count,
            organisations = reader.Entries.Count(entry => entry.Kind == SupporterKind.Organisation),
            publicFigures = reader.Entries.Count(entry => entry.Kind == SupporterKind.PublicFigure),
        };
        return before is null ? TypedResults.Created($"/api/campaigns/{campaign.Id}/supporters", answer) : TypedResults.Ok(answer);
    }

    /// <summary>Answers with the list as JSON, or as CSV where <c>Accept</c> or <c>?format=csv</c> asks for it.</summary>
    /// <param name="campaignId">The campaign's id, as the route has it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> GetAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var faults = new Faults();
        var format = AnswerFormat.Asked(request, [AnswerFormat.Json, AnswerFormat.Csv], faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        if (await supporters.FindAsync(campaign, cancellationToken) is not { } stored)
        {
            return Problems.NotFound($"Campaign {campaign.Id} has no list of supporters.");
        }

        var headers = request.HttpContext.Response.Headers;
        headers.ETag = Preconditions.TagOf(new ETag(stored.Head.Version));
        headers.Append("Vary", "Accept");
        return Preconditions.NotModified(request, headers.ETag!) ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : format == AnswerFormat.Csv ? TypedResults.Text(Csv(stored.Entries), AnswerFormat.Csv.ContentType, Encoding.UTF8)
            : TypedResults.Ok(new { campaignId = campaign.Id.Value, updatedAt = stored.Head.UpdatedAt, supporters = stored.Entries });
    }

    /// <summary>Who was erased does not come back with the file that they stood in.</summary>
    internal async Task CheckErasedAsync(Campaign campaign, IReadOnlyList<SupporterEntry> entries, Faults faults, CancellationToken cancellationToken)
    {
        var erased = (await refusals.OfAsync(campaign.Id.Value, campaign.Generation, cancellationToken)).Keys;
        var mentionKeys = erased.Count > 0 ? await keys.OfAsync(campaign, cancellationToken) : null;
        foreach (var (number, entry) in erased.Count > 0 ? entries.Index() : [])
        {
            if (SupporterKeys.Of(entry, mentionKeys!).Any(erased.Contains))
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"supporters[{number}]"), entry.Handle ?? entry.Id, "was erased on request: leave the line out");
            }
        }
    }

    private static string Csv(IEnumerable<SupporterEntry> entries)
    {
        var table = new CsvTable(Header);
        foreach (var entry in entries)
        {
            table.Add([entry.Channel, entry.Id, entry.Handle, entry.Name, entry.Kind == SupporterKind.Organisation ? "organisation" : "publicFigure", entry.Basis]);
        }

        return table.ToString();
    }
}
