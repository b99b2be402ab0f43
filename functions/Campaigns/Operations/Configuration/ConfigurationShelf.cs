using System.Text.Json;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Publishing;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Operations.Configuration;

/// <summary>Writes the configuration out: campaigns with their plans, posts and supporters, one after the other, so that memory holds one at a time.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">Their posts.</param>
/// <param name="supporters">Whom they name.</param>
/// <param name="time">The clock.</param>
public sealed class ConfigurationShelf(CampaignTable campaigns, PostTable posts, SupporterTable supporters, TimeProvider time)
{
    /// <summary>The version of the document.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions Readable = new() { Encoder = CampaignAnswer.AsWritten.Encoder, Indented = true };

    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Encoder = CampaignAnswer.AsWritten.Encoder };

    /// <summary>Answers with the document.</summary>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public IResult Export(CancellationToken cancellationToken) =>
        TypedResults.Stream(stream => WriteAsync(stream, cancellationToken), "application/json", "campaigns.json");

    private async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(stream, Readable);
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteStartArray("campaigns");
        await foreach (var campaign in campaigns.ListAsync(after: null, cancellationToken))
        {
            writer.WriteStartObject();
            writer.WriteString("id", campaign.Id.Value);
            writer.WriteBoolean("archived", campaign.Archived);
            Write(writer, "campaign", campaign.Document);
            await WritePostsAsync(writer, campaign, cancellationToken);
            writer.WritePropertyName("supporters");
            // Serialised by itself first: the serializer flushes a writer that it is given, and servers take no synchronous writes.
            JsonSerializer.SerializeToElement((await supporters.FindAsync(campaign, cancellationToken))?.Entries, Lines).WriteTo(writer);
            writer.WriteEndObject();
            await writer.FlushAsync(cancellationToken);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private async Task WritePostsAsync(Utf8JsonWriter writer, Campaign campaign, CancellationToken cancellationToken)
    {
        // What somebody stopped must not go out of another engine because it was brought there.
        var stopped = await posts.ListDeliveriesAsync(Ledger.Of(campaign), after: null, cancellationToken)
            .Where(static delivery => delivery.State is DeliveryState.Held or DeliveryState.Cancelled)
            .Select(static delivery => (delivery.PostId, delivery.State))
            .ToLookupAsync(static delivery => delivery.PostId, static delivery => delivery.State, cancellationToken: cancellationToken);
        var now = time.GetUtcNow();
        writer.WriteStartArray("posts");
        await foreach (var post in posts.ListAsync(Ledger.Of(campaign), after: null, cancellationToken))
        {
            writer.WriteStartObject();
            writer.WriteString("id", post.Id.Value);
            // Of the past nothing goes out anyway.
            if (post.DueAt > now && stopped.Contains(post.Id))
            {
                writer.WriteString("state", (stopped[post.Id].Contains(DeliveryState.Held) ? DeliveryState.Held : DeliveryState.Cancelled).Name());
            }

            Write(writer, "post", post.Document);
            writer.WriteEndObject();
            await writer.FlushAsync(cancellationToken);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, string json)
    {
        writer.WritePropertyName(name);
        using var document = JsonDocument.Parse(json);
        document.RootElement.WriteTo(writer);
    }
}
