using System.Globalization;
using Campaigns.Results.RollUps;
using Microsoft.AspNetCore.Http;
using Microsoft.OData;

namespace Campaigns.Results.Feed;

/// <summary>Answers what is asked of the feed.</summary>
/// <param name="model">The feed's sets.</param>
/// <param name="address">Where callers find it.</param>
/// <param name="summaries">What was counted.</param>
/// <param name="marks">What tells of which roll-up it is.</param>
/// <param name="time">The clock.</param>
public sealed class FeedDesk(FeedModel model, FeedAddress address, SummaryTable summaries, SummaryMarks marks, TimeProvider time)
{
    /// <summary>How many rows fill a page, unless the caller wants fewer.</summary>
    internal const int PageSize = 10_000;

    /// <summary>Longer links do not reach every client.</summary>
    private const int LongestLink = 2_047;

    private readonly FeedQueryReader queries = new(model);

    /// <summary>Answers with the service document.</summary>
    /// <param name="request">The request.</param>
    public IResult Document(HttpRequest request) => Agreed(() => WriterFor(request).Document());

    /// <summary>Answers with <c>$metadata</c>.</summary>
    /// <param name="request">The request.</param>
    public IResult Metadata(HttpRequest request) => WriterFor(request).Metadata();

    /// <summary>Answers with a page of a set, or with one row of it.</summary>
    /// <param name="set">The set, or the set with a key, as the route has it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public Task<IResult> ReadAsync(string set, HttpRequest request, CancellationToken cancellationToken) => AskedAsync(set, request, async (query, scope) =>
    {
        if (query.Key is not null)
        {
            var row = await FeedPage.FindAsync(query, scope, query.Key, cancellationToken);
            return row is null ? new FeedError(FeedFault.NotFound("There is no row with this key.")) : WriterFor(request).Row(query, row);
        }

        var (size, preference) = SizeFor(request);
        var page = new FeedPage(query, scope with { After = query.After }, size);
        var count = query.Count ? await FeedPage.CountAsync(query, scope, cancellationToken) : (long?)null;
        Uri? next = null;
        var answer = await WriterFor(request).RowsAsync(query, page.RowsAsync(cancellationToken), count, () => next = Next(query, page, request), preference);
        return next?.AbsoluteUri.Length > LongestLink
            ? new FeedError(FeedFault.BadQuery($"The link to the next page would be longer than {LongestLink} characters: ask for less in $filter and $select."))
            : answer;
    });

    /// <summary>Answers with how many rows a set has.</summary>
    /// <param name="set">The set, as the route has it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public Task<IResult> CountAsync(string set, HttpRequest request, CancellationToken cancellationToken) => AskedAsync(set, request, async (query, scope) =>
        query.Key is null ? FeedWriter.Count(await FeedPage.CountAsync(query, scope, cancellationToken)) : new FeedError(FeedFault.NotFound("One row is not counted.")));

    private async Task<IResult> AskedAsync(string set, HttpRequest request, Func<FeedQuery, FeedScope, Task<IResult>> answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (query, fault) = queries.Read(address.Of(request), set, request.QueryString.Value ?? "");
        if (query is null)
        {
            return new FeedError(fault!);
        }

        try
        {
            var answered = await OneMoment.ReadAsync(
                async () =>
                {
                    var scope = new FeedScope(request, query.Bounds, null);
                    var read = await answer(query, scope);
                    return await scope.Reads.AreOfOneMomentAsync(marks, summaries, request.HttpContext.RequestAborted) ? read : null;
                },
                time,
                request.HttpContext.RequestAborted);
            return answered ?? new FeedError(FeedFault.Changing);
        }
        catch (FeedChangingException)
        {
            return new FeedError(FeedFault.Changing);
        }
        catch (ODataContentTypeException)
        {
            return Unacceptable();
        }
        catch (FeedGoneException gone)
        {
            return new FeedError(new FeedFault(StatusCodes.Status410Gone, "gone", gone.Message));
        }
    }

    private static IResult Agreed(Func<IResult> answer)
    {
        try
        {
            return answer();
        }
        catch (ODataContentTypeException)
        {
            return Unacceptable();
        }
    }

    private static FeedError Unacceptable() => new(FeedFault.NotAcceptable("The feed is written as application/json."));

    private FeedWriter WriterFor(HttpRequest request) => new(model, address.Of(request), request.Query["$format"].FirstOrDefault() switch
    {
        null => request.Headers.Accept.ToString(),
        "json" => "application/json",
        var format => format,
    });

    private Uri? Next(FeedQuery query, FeedPage page, HttpRequest request)
    {
        if (page.Next is not { } key)
        {
            return null;
        }

        // What was skipped and counted, was; the access key stays where it came from.
        var options = query.Options.Where(option => option.Key is not ("$skip" or "$skiptoken" or "$top" or "$count")).ToList();
        if (page.Left is { } left)
        {
            options.Add(new("$top", left.ToString(CultureInfo.InvariantCulture)));
        }

        options.Add(new("$skiptoken", Uri.EscapeDataString(key)));
        return new Uri(address.Of(request), query.Set.Name + FeedQueryReader.QueryOf(options));
    }

    /// <summary>How many rows fill a page: as many as the caller prefers, up to the feed's own size.</summary>
    private static (int Size, string? Preference) SizeFor(HttpRequest request)
    {
        foreach (var preference in request.Headers["Prefer"].SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries)))
        {
            if (preference.Split('=', StringSplitOptions.TrimEntries) is [("odata.maxpagesize" or "maxpagesize") and var name, var number]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
            {
                // Written anew: what a caller sends is no header of ours.
                return (Math.Min(size, PageSize), $"{name}={number}");
            }
        }

        return (PageSize, null);
    }
}
