using System.Globalization;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Tests.Support;

namespace Campaigns.Tests.Results.Posts;

/// <summary>Puts posts of the campaign, and says where their deliveries stand.</summary>
public static class Posting
{
    /// <summary>Puts a post on every account of its channels.</summary>
    public static async Task PutAsync(TestEngine engine, string postId, string channels = "\"bluesky\"")
    {
        var body = $$"""{ "text": "Give blood", "dueAt": "2090-06-08T09:00:00+01:00", "channels": [{{channels}}] }""";
        var request = Call.Request(engine, "PUT", $"/api/campaigns/missing-type/posts/{postId}", body);
        var answer = await Call.AnswerAsync(request, engine.Function<PutPost>().Run(request, "missing-type", postId, default));
        Assert.True(answer.Status == 201, answer.Text);
    }

    /// <summary>Lets a post's deliveries stand as if they went out then.</summary>
    public static async Task SettleAsync(TestEngine engine, string postId, DeliveryState state, string? publishedAt = null)
    {
        var ledger = Ledger.Of((await engine.Get<CampaignTable>().FindAsync("missing-type", default))!);
        Assert.True(PostId.TryParse(postId, out var id));
        foreach (var delivery in await engine.Get<PostTable>().DeliveriesOfAsync(ledger, id, default))
        {
            Assert.NotNull(await engine.Get<PostTable>().UpdateAsync(ledger, delivery with
            {
                State = state,
                PublishedAt = publishedAt is null ? null : DateTimeOffset.Parse(publishedAt, CultureInfo.InvariantCulture),
                Url = publishedAt is null ? null : new Uri($"https://example.org/{delivery.Channel}/{postId}"),
            }, default));
        }
    }
}
