using System.Globalization;
using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Publishing;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Campaigns.Results.Reported;

/// <summary>Takes in and withdraws what people enter by hand.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="entries">Where entries rest.</param>
/// <param name="posts">The posts that an entry may be of.</param>
/// <param name="time">The clock.</param>
public sealed class EntryDesk(CampaignTable campaigns, EntryTable entries, PostTable posts, TimeProvider time)
{
    /// <summary>Creates (201) or changes (200) an entry; what it was before stays readable.</summary>
    /// <param name="kind">Figure or input.</param>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="name">The name, as the route has it.</param>
    /// <param name="date">The day, as the route has it.</param>
    /// <param name="request">The request with what is said.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> PutAsync(EntryKind kind, string campaignId, string name, string date, HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var (campaign, refused) = await OpenAsync(campaignId, cancellationToken);
        if (campaign is null)
        {
            return refused!;
        }

        var faults = new Faults();
        if (!EntryNames.Has(kind, name))
        {
            faults.Add("name", name, EntryNames.RuleOf(kind));
        }

        var day = EntryDates.Read(date, campaign, time.GetUtcNow(), faults);
        if (EntryReader.Read(body, kind, name, request, faults) is not { } read || day is null)
        {
            return Problems.Unprocessable(faults);
        }

        var (content, side) = read;
        if (PostId.TryParse(side.Post, out var post) && await posts.FindAsync(Ledger.Of(campaign), post, cancellationToken) is null)
        {
            faults.Add("post", side.Post, "must be a post of the campaign");
            return Problems.Unprocessable(faults);
        }

        return await WriteAsync(request, campaign, Draft(kind, name, day.Value, side, content), withdrawn: false, cancellationToken);
    }

    /// <summary>Withdraws an entry (204): no result shows it any more, and it stays readable with everything that was ever said of it.</summary>
    /// <param name="kind">Figure or input.</param>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="name">The name, as the route has it.</param>
    /// <param name="date">The day, as the route has it.</param>
    /// <param name="request">The request; its query says which of a day, and If-Match is honoured.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> WithdrawAsync(EntryKind kind, string campaignId, string name, string date, HttpRequest request, CancellationToken cancellationToken)
    {
        var (campaign, refused) = await OpenAsync(campaignId, cancellationToken);
        if (campaign is null)
        {
            return refused!;
        }

        var (entry, problem) = await EntryShelf.OneAsync(entries, campaign, kind, name, date, request, cancellationToken);
        return problem ?? (entry!.Withdrawn && Preconditions.ForChange(request, entry.ETag) is null
            ? TypedResults.NoContent()
            : await WriteAsync(request, campaign, Draft(kind, entry.Name, entry.Date, entry.Side, entry.Content), withdrawn: true, cancellationToken));
    }

    /// <summary>The campaign, or why nothing can be entered for it.</summary>
    private async Task<(Campaign? Campaign, IResult? Refused)> OpenAsync(string campaignId, CancellationToken cancellationToken) =>
        await campaigns.FindAsync(campaignId, cancellationToken) switch
        {
            null => (null, CampaignPlanner.Missing(campaignId)),
            { ClosedAt: not null } closed => (null, CampaignPlanner.Closed(closed)),
            var open => (open, null),
        };

    private static Entry Draft(EntryKind kind, string name, LocalDate day, FigureSide side, EntryContent content) => new()
    {
        Kind = kind,
        Name = name,
        Date = day,
        Side = side,
        Content = content,
        Version = 1,
        Withdrawn = false,
        CreatedAt = default,
        UpdatedAt = default,
        WriteToken = "",
    };

    private async Task<IResult> WriteAsync(HttpRequest request, Campaign campaign, Entry draft, bool withdrawn, CancellationToken cancellationToken)
    {
        var token = Guid.NewGuid().ToString("N");
        var (first, created) = (true, false);
        while (true)
        {
            var before = await entries.FindAsync(campaign, draft, cancellationToken);
            if (before?.WriteToken == token)
            {
                // The write went through, and only its first answer was lost.
                return Done(before);
            }

            if ((withdrawn ? Preconditions.ForChange(request, before?.ETag) : Preconditions.ForPut(request, before?.ETag)) is { } refused)
            {
                // Somebody else created it between our read and our write: what was sent said nothing of an update.
                return first ? refused : Problems.PreconditionFailed();
            }

            var entry = Next(draft, before, withdrawn, token);
            if (before is not null && before.Withdrawn == withdrawn && before.Content == entry.Content && before.Side == entry.Side)
            {
                return Done(before);
            }

            // What is wrong can be withdrawn however often it was changed.
            if ((entry.Version > EntryTable.MostVersions && !withdrawn) || (before is null && await entries.CountAsync(campaign, cancellationToken) >= EntryTable.Most))
            {
                return Full(before is null);
            }

            created = before is null;
            if (await entries.WriteAsync(campaign, entry, cancellationToken) is { } written)
            {
                return Done(written);
            }

            first = false;
        }

        IResult Done(Entry entry) => withdrawn ? TypedResults.NoContent() : EntryAnswer.Of(request, campaign, entry, created);
    }

    private Entry Next(Entry draft, Entry? before, bool withdrawn, string token)
    {
        var now = time.GetUtcNow();
        return draft with
        {
            Content = withdrawn ? before?.Content ?? draft.Content : draft.Content,
            Version = (before?.Version ?? 0) + 1,
            Withdrawn = withdrawn,
            CreatedAt = before?.CreatedAt ?? now,
            UpdatedAt = now,
            WriteToken = token,
            ETag = before?.ETag ?? default,
        };
    }

    private static IResult Full(bool ofCampaign) => Problems.Conflict(ofCampaign
        ? string.Create(CultureInfo.InvariantCulture, $"A campaign holds at most {EntryTable.Most} figures and inputs that were entered by hand, withdrawn ones too: change one of those.")
        : string.Create(CultureInfo.InvariantCulture, $"It has {EntryTable.MostVersions} versions, the most that one may have: enter it for another day."));
}
