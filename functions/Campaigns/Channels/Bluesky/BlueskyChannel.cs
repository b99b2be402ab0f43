using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Bluesky;

/// <summary>
/// Publishes to Bluesky over the AT Protocol. A post's key in its account's repository is a function of the delivery, and the record is written only
/// where nothing has that key: so however often it is asked, and whatever became of the answers, there is one post.
/// </summary>
internal sealed class BlueskyChannel(
    XrpcClient server, BlueskySessions sessions, BlueskyParts parts, IOptions<BlueskyOptions> options, TimeProvider clock) : IChannel
{
    private const int MaxPictures = 4;

    public string Name => "bluesky";

    public IEnumerable<ContentFault> Check(ChannelContent content)
    {
        var text = BlueskyText.Compose(content);
        if (BlueskyText.Graphemes(text) is > BlueskyText.MaxGraphemes and var graphemes)
        {
            yield return new("text", graphemes.ToString(CultureInfo.InvariantCulture), "Bluesky takes at most 300 characters as people count them, a link beside pictures included");
        }

        if (BlueskyText.Bytes(text) is > BlueskyText.MaxBytes and var bytes)
        {
            yield return new("text", bytes.ToString(CultureInfo.InvariantCulture), "Bluesky takes at most 3,000 bytes of UTF-8, a link beside pictures included");
        }

        if (content.Media.Count > MaxPictures)
        {
            yield return new("media", content.Media.Count.ToString(CultureInfo.InvariantCulture), "Bluesky shows at most 4 pictures");
        }
    }

    public async Task<PublishOutcome> PublishAsync(OutgoingPost post, CancellationToken cancellationToken)
    {
        if (Account(post) is not { } account)
        {
            return new PublishOutcome.NotAuthorised(
                $"No Bluesky account {post.Account} is in the settings: add its handle and an app password (Bluesky:Accounts), then resolve this delivery with a retry.");
        }

        var text = BlueskyText.Compose(post.Content);
        var facets = await parts.FacetsAsync(account, text, cancellationToken);
        var pictures = await parts.PicturesAsync(account, post.Content.Media, cancellationToken);
        return pictures.Ended ?? await WriteAsync(post, account, BlueskyRecord.Write(post, account.Language, text, facets, pictures.Value!), cancellationToken);
    }

    public async Task<Finding> FindAsync(OutgoingPost post, CancellationToken cancellationToken)
    {
        if (Account(post) is not { } account)
        {
            return new Finding.CannotTell($"no Bluesky account {post.Account} is in the settings, so its posts cannot be looked at");
        }

        Step<XrpcAnswer> look;
        try
        {
            look = await sessions.CallAsync(account, session => LookAsync(post, account, session, cancellationToken), cancellationToken);
        }
        catch (AnswerLostException exception)
        {
            throw new ChannelUnreachableException($"Looking for the post failed: {exception.Message}.", exception);
        }

        return look.Value is { Good: true } found ? new Finding.Published(Shown(post, account), found.Text("uri") ?? Key(post))
            : look.Value is { Error: "RecordNotFound" } ? new Finding.ProvenAbsent()
            : (look.Ended ?? BlueskyRefusals.Outcome(look.Value!, account, clock.GetUtcNow())) switch
            {
                PublishOutcome.RateLimited limited => new Finding.AskLater(limited.Until),
                PublishOutcome.NotAuthorised refused => new Finding.CannotTell(refused.Reason),
                var other => new Finding.CannotTell(((PublishOutcome.Refused)other).Reason),
            };
    }

    private async Task<PublishOutcome> WriteAsync(OutgoingPost post, BlueskyAccount account, JsonObject record, CancellationToken cancellationToken)
    {
        Step<XrpcAnswer> write;
        try
        {
            write = await sessions.CallAsync(account, session => PutAsync(post, account, session, record, cancellationToken), cancellationToken);
        }
        catch (AnswerLostException exception)
        {
            return new PublishOutcome.Unknown($"The post was sent to Bluesky, but {exception.Message}.");
        }

        return write.Ended ?? write.Value! switch
        {
            { Good: true } answer => new PublishOutcome.Published(Shown(post, account), answer.Text("uri") ?? Key(post)),
            { Error: "InvalidSwap" } => await AlreadyThereAsync(post, cancellationToken),
            { Ambiguous: true } answer => new PublishOutcome.Unknown($"The post was sent to Bluesky, which answered with an error of its own: {answer.Reason}."),
            var answer => BlueskyRefusals.Outcome(answer, account, clock.GetUtcNow()),
        };
    }

    /// <summary>Only this delivery writes under its key: a record that is there already is an earlier attempt's.</summary>
    private async Task<PublishOutcome> AlreadyThereAsync(OutgoingPost post, CancellationToken cancellationToken)
    {
        const string Hidden = "Bluesky says that the post is there already, and does not show it.";
        try
        {
            return await FindAsync(post, cancellationToken) is Finding.Published found ? new PublishOutcome.Published(found.Url, found.PlatformId) : new PublishOutcome.Unknown(Hidden);
        }
        catch (ChannelUnreachableException)
        {
            // That says of a call that nothing was published, which here is not so.
            return new PublishOutcome.Unknown(Hidden);
        }
    }

    private async Task<XrpcAnswer> PutAsync(OutgoingPost post, BlueskyAccount account, BlueskySession session, JsonObject record, CancellationToken cancellationToken)
    {
        // A null swapRecord says "only where there is none". createRecord would answer a repeated key with a bare 500.
        using var body = JsonContent.Create(new JsonObject
        {
            ["repo"] = session.Did,
            ["collection"] = BlueskyRecord.Collection,
            ["rkey"] = Key(post),
            ["record"] = record.DeepClone(),
            ["swapRecord"] = null,
        });
        return await server.CallAsync(account.Service, "com.atproto.repo.putRecord", body, session.Access, cancellationToken);
    }

    private Task<XrpcAnswer> LookAsync(OutgoingPost post, BlueskyAccount account, BlueskySession session, CancellationToken cancellationToken) =>
        server.QueryAsync(account.Service, "com.atproto.repo.getRecord", session.Access, cancellationToken,
            ("repo", session.Did), ("collection", BlueskyRecord.Collection), ("rkey", Key(post)));

    private BlueskyAccount? Account(OutgoingPost post) =>
        options.Value.Accounts.FirstOrDefault(account => string.Equals(account.Handle.TrimStart('@'), post.Account.TrimStart('@'), StringComparison.OrdinalIgnoreCase));

    private static string Key(OutgoingPost post) => Tid.For(post.Key, post.PlannedAt);

    private static Uri Shown(OutgoingPost post, BlueskyAccount account) => new($"https://bsky.app/profile/{account.Handle.TrimStart('@')}/post/{Key(post)}");
}
