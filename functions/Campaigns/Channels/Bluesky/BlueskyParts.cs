using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Channels.Media;

namespace Campaigns.Channels.Bluesky;

/// <summary>Brings what a post refers to before the post itself: the accounts that it mentions, and its pictures. Nobody sees these until the post is there.</summary>
internal sealed class BlueskyParts(XrpcClient server, BlueskySessions sessions, MediaSource media, TimeProvider clock)
{
    /// <summary>The most bytes that every server takes for a picture.</summary>
    private const int MaxPictureBytes = 1_000_000;

    /// <summary>The facets of a text with each mention's handle resolved; what does not resolve stays text.</summary>
    public async Task<IReadOnlyList<Facet>> FacetsAsync(BlueskyAccount account, string text, CancellationToken cancellationToken)
    {
        var facets = new List<Facet>();
        foreach (var facet in FacetFinder.Find(text))
        {
            if (facet.Kind != FacetKind.Mention)
            {
                facets.Add(facet);
            }
            else if (await ResolveAsync(account, facet.Value, cancellationToken) is { } did)
            {
                facets.Add(facet with { Value = did });
            }
        }

        return facets;
    }

    /// <summary>Uploads a post's pictures.</summary>
    public async Task<Step<IReadOnlyList<JsonObject>>> PicturesAsync(BlueskyAccount account, IReadOnlyList<MediaItem> items, CancellationToken cancellationToken)
    {
        var pictures = new List<JsonObject>();
        foreach (var item in items)
        {
            var picture = await PictureAsync(account, item, cancellationToken);
            if (picture.Ended is { } ended)
            {
                return new(null, ended);
            }

            pictures.Add(picture.Value!);
        }

        return new(pictures, null);
    }

    private async Task<string?> ResolveAsync(BlueskyAccount account, string handle, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await server.QueryAsync(account.Service, "com.atproto.identity.resolveHandle", null, cancellationToken, ("handle", handle));
            return answer.Status == HttpStatusCode.TooManyRequests || answer.Ambiguous
                ? throw new ChannelUnreachableException($"Bluesky's server {account.Service.Host} cannot resolve a handle now: {answer.Reason}.")
                : answer.Text("did");
        }
        catch (AnswerLostException exception)
        {
            throw new ChannelUnreachableException($"Resolving a handle failed: {exception.Message}.", exception);
        }
    }

    private async Task<Step<JsonObject>> PictureAsync(BlueskyAccount account, MediaItem item, CancellationToken cancellationToken)
    {
        var fetched = await media.FetchAsync(item.Url, MaxPictureBytes, cancellationToken);
        if (fetched is not FetchedMedia.Picture picture)
        {
            return new PublishOutcome.Refused(((FetchedMedia.Refused)fetched).Reason);
        }

        Step<XrpcAnswer> upload;
        try
        {
            upload = await sessions.CallAsync(account, session => UploadAsync(account, session, picture, cancellationToken), cancellationToken);
        }
        catch (AnswerLostException exception)
        {
            throw new ChannelUnreachableException($"Uploading a picture failed: {exception.Message}.", exception);
        }

        if (upload.Ended is { } ended)
        {
            return ended;
        }

        var answer = upload.Value!;
        return !answer.Good ? BlueskyRefusals.Outcome(answer, account, clock.GetUtcNow())
            : answer.Body.ValueKind == JsonValueKind.Object && answer.Body.TryGetProperty("blob", out var blob) ? Embedded(blob, item, picture.Header)
            : throw new ChannelUnreachableException($"{account.Service.Host} does not answer as a Bluesky server: no picture came back.");
    }

    private async Task<XrpcAnswer> UploadAsync(BlueskyAccount account, BlueskySession session, FetchedMedia.Picture picture, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(picture.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(picture.Header.ContentType) } };
        return await server.CallAsync(account.Service, "com.atproto.repo.uploadBlob", body, session.Access, cancellationToken);
    }

    private static JsonObject Embedded(JsonElement blob, MediaItem item, ImageHeader header) => new()
    {
        ["alt"] = item.Alt,
        ["image"] = JsonNode.Parse(blob.GetRawText()),
        ["aspectRatio"] = new JsonObject { ["width"] = header.Width, ["height"] = header.Height },
    };
}
