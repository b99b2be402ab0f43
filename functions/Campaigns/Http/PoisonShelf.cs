using System.Text.Json;
using Azure;
using Azure.Storage.Queues.Models;
using Campaigns.Storage;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Http;

/// <summary>Shows messages that the host gave up: which, of what, since when, until when; never what is in them.</summary>
/// <param name="storage">The account.</param>
/// <param name="queues">Every queue of the features.</param>
public sealed class PoisonShelf(StorageRim storage, IEnumerable<EngineQueue> queues)
{
    /// <summary>A queue shows so many of its messages, the oldest, without hiding them from others.</summary>
    private const int Shown = 32;

    private const int LongestId = 200;

    /// <summary>What a message may be of, as its sender wrote it; everything else in it stays in it.</summary>
    private static readonly string[] Subjects = ["campaign", "hour", "delivery", "webhook", "id"];

    /// <summary>Lists the oldest messages of every queue, or of the one in <c>?queue=</c>, and how many there are.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Chosen(request, queues, out var problem) is not { } chosen)
        {
            return problem!;
        }

        var found = await Task.WhenAll(chosen.Select(queue => LookAsync(queue, cancellationToken)));
        return TypedResults.Ok(new
        {
            waiting = found.Sum(queue => queue.Waiting),
            queues = found.Select(queue => new { queue = queue.Name, waiting = queue.Waiting }),
            items = found.SelectMany(queue => queue.Items),
        });
    }

    /// <summary>The queues that a call is about: those of the engine, or the one in <c>?queue=</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="queues">The engine's queues.</param>
    /// <param name="problem">What to answer where there is none by that name.</param>
    internal static IReadOnlyList<EngineQueue>? Chosen(HttpRequest request, IEnumerable<EngineQueue> queues, out IResult? problem)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? asked = request.Query["queue"];
        var chosen = queues.Where(queue => asked is null || queue.Name == asked).OrderBy(queue => queue.Name, StringComparer.Ordinal).ToList();
        if (chosen.Count > 0)
        {
            problem = null;
            return chosen;
        }

        var faults = new Faults();
        faults.Add("queue", asked, $"must be one of {string.Join(", ", queues.Select(queue => queue.Name).Order(StringComparer.Ordinal))}, or left out for all of them");
        problem = Problems.Unprocessable(faults);
        return null;
    }

    private async Task<Found> LookAsync(EngineQueue queue, CancellationToken cancellationToken)
    {
        var poison = storage.Queue(queue.Name + EngineQueue.PoisonSuffix);
        try
        {
            var waiting = (await poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
            return new Found(queue.Name, waiting, waiting == 0 ? [] : [.. (await poison.PeekMessagesAsync(Shown, cancellationToken)).Value.Select(message => Item(queue, message))]);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // The host makes it with the first message that it gives up.
            return new Found(queue.Name, 0, []);
        }
    }

    private static object Item(EngineQueue queue, PeekedMessage message) => new
    {
        id = new PoisonId(queue, message.MessageId).ToString(),
        queue = queue.Name,
        givenUpAt = message.InsertedOn,
        lostAt = message.ExpiresOn,
        bytes = message.Body.ToMemory().Length,
        of = SubjectOf(message.Body),
    };

    /// <summary>Ids that stand in a message; of one that is no JSON object, nothing.</summary>
    private static Dictionary<string, string> SubjectOf(BinaryData body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.ToMemory());
            return document.RootElement.ValueKind != JsonValueKind.Object ? [] : document.RootElement.EnumerateObject()
                .Where(field => field.Value.ValueKind == JsonValueKind.String && Subjects.Contains(field.Name) && field.Value.GetString()!.Length <= LongestId)
                .DistinctBy(field => field.Name)
                .ToDictionary(field => field.Name, field => field.Value.GetString()!, StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private sealed record Found(string Name, int Waiting, IReadOnlyList<object> Items);
}
