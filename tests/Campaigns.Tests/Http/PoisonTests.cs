using System.Globalization;
using System.Text.RegularExpressions;
using Campaigns.EndToEnd.Support;
using Campaigns.Http;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.Tests.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Http;

/// <summary>Messages that were given up are listed without what is in them, and each goes back once.</summary>
public sealed partial class PoisonTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_list_shows_which_messages_there_are_and_of_what_and_never_what_is_in_them()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SendAsync(engine, """{ "v": 1, "campaign": "missing-type", "hour": "2015060810", "texts": "c2VjcmV0", "handle": "donor", "campaign": "again" }""");
        await SendAsync(engine, "my neighbour is ill");

        var list = (await ListAsync(engine)).Json;
        var others = await ListAsync(engine, $"?queue={Queue(engine)}");

        Assert.Equal(2, list.GetProperty("waiting").GetInt32());
        var items = list.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal("""{"campaign":"missing-type","hour":"2015060810"}""", items[0].GetProperty("of").GetRawText());
        Assert.Equal("{}", items[1].GetProperty("of").GetRawText());
        Assert.All(items, item => Assert.StartsWith(Queue(engine) + ".", item.GetProperty("id").GetString(), StringComparison.Ordinal));
        Assert.All(items, item => Assert.Equal(["id", "queue", "givenUpAt", "lostAt", "bytes", "of"], item.EnumerateObject().Select(field => field.Name)));
        Assert.DoesNotContain("neighbour", list.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("donor", list.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, others.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(422, (await ListAsync(engine, "?queue=another")).Status);
    }

    [Fact]
    public async Task One_of_many_goes_back_and_the_others_stay_as_they_are()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        foreach (var number in Enumerable.Range(0, 40))
        {
            await SendAsync(engine, $"message {number}");
        }

        var chosen = (await ListAsync(engine)).Json.GetProperty("items")[20].GetProperty("id").GetString()!;
        var answer = await ReplayAsync(engine, chosen);
        var again = await ReplayAsync(engine, chosen);

        Assert.Equal($$"""{"id":"{{chosen}}","queue":"{{Queue(engine)}}","replayed":1}""", answer.Text);
        Assert.Equal((404, "urn:campaigns:problem:not-found"), (again.Status, again.Json.GetProperty("type").GetString()));
        Assert.Equal("message 20", Assert.Single(await TakeAsync(engine, "")));
        var left = new List<string>();
        while (await TakeAsync(engine, EngineQueue.PoisonSuffix) is { Count: > 0 } more)
        {
            left.AddRange(more);
        }

        Assert.Equal(Enumerable.Range(0, 40).Where(static number => number != 20).Select(static number => $"message {number}").Order(), left.Order());
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("another.0b5b7a3e-5b7c-4b43-9f3c-51b6a8a9d001")]
    [InlineData("{queue}.not-an-id")]
    [InlineData("{queue}.0b5b7a3e-5b7c-4b43-9f3c-51b6a8a9d001")]
    public async Task What_is_not_there_is_a_404(string id)
    {
        await using var engine = await TestEngine.StartAsync(azurite);

        Assert.Equal(404, (await ReplayAsync(engine, id.Replace("{queue}", Queue(engine), StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Of_several_people_at_the_same_moment_one_gives_it_back()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SendAsync(engine, "once");
        var id = (await ListAsync(engine)).Json.GetProperty("items")[0].GetProperty("id").GetString()!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReplayAsync(engine, id)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(7, answers.Count(answer => answer.Status == 404));
        Assert.Equal("once", Assert.Single(await TakeAsync(engine, "")));
    }

    [Fact]
    public async Task A_delivery_whose_replay_died_between_two_writes_goes_out_once()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        await rig.TickAsync();
        var given = Assert.Single(await rig.TakeAsync());
        await SendAsync(rig.Engine, given.MessageText);
        var id = (await ListAsync(rig.Engine)).Json.GetProperty("items")[0].GetProperty("id").GetString()!;

        // It is sent, and its end in the poison queue never arrives: the process is gone.
        var port = int.Parse(Queues().Match(azurite.ConnectionString).Groups[1].Value, CultureInfo.InvariantCulture);
        await using (var wire = await PassingProxy.StartAsync(port, static passing => Task.FromResult<Fate>(passing.Method != "DELETE")))
        {
            var through = azurite.ConnectionString.Replace($":{port}/", $":{wire.Address.Port}/", StringComparison.Ordinal);
            await using var dying = await TestEngine.StartAsync(azurite, rig.Clock, settings: new Dictionary<string, string?> { ["AzureWebJobsStorage"] = through }, prefix: rig.Engine.Prefix);
            await Assert.ThrowsAnyAsync<Exception>(() => Hasty(dying).ReplayOneAsync(id, default));
        }

        await Eventually.ComesAsync(() => Hasty(rig.Engine).ReplayOneAsync(id, default), static result => result is Microsoft.AspNetCore.Http.IStatusCodeHttpResult { StatusCode: 200 }, static _ => "It never came back.");
        var messages = await rig.TakeAsync();
        Assert.Equal(2, messages.Length);
        await Task.WhenAll(messages.Select(message => rig.DeliverAsync(message.MessageText)));

        Assert.Single(rig.Platform.Posts);
        Assert.Equal(DeliveryState.Published, (await rig.DeliveryAsync()).State);
        Assert.Empty((await ListAsync(rig.Engine)).Json.GetProperty("items").EnumerateArray());
    }

    private static PoisonReplay Hasty(TestEngine engine) =>
        new(engine.Get<StorageRim>(), (IEnumerable<EngineQueue>)engine.Services.GetService(typeof(IEnumerable<EngineQueue>))!, TimeProvider.System, NullLogger<PoisonReplay>.Instance)
        {
            Hidden = TimeSpan.FromSeconds(1),
        };

    private static string Queue(TestEngine engine) => engine.Get<IOptions<PublishingOptions>>().Value.DeliveriesQueue;

    private static async Task SendAsync(TestEngine engine, string text)
    {
        var queue = engine.Get<StorageRim>().Queue(Queue(engine) + EngineQueue.PoisonSuffix);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(text);
    }

    private static async Task<IReadOnlyList<string>> TakeAsync(TestEngine engine, string suffix)
    {
        var queue = engine.Get<StorageRim>().Queue(Queue(engine) + suffix);
        var messages = (await queue.ReceiveMessagesAsync(32)).Value;
        await Task.WhenAll(messages.Select(message => queue.DeleteMessageAsync(message.MessageId, message.PopReceipt)));
        return [.. messages.Select(message => message.MessageText)];
    }

    private static async Task<Answer> ListAsync(TestEngine engine, string query = "")
    {
        var request = Call.Request(engine, "GET", "/api/poison" + query);
        return await Call.AnswerAsync(request, engine.Function<ListPoison>().Run(request, default));
    }

    private static async Task<Answer> ReplayAsync(TestEngine engine, string id)
    {
        var request = Call.Request(engine, "POST", $"/api/poison/{id}/replay");
        return await Call.AnswerAsync(request, engine.Function<ReplayOnePoison>().Run(request, id, default));
    }

    [GeneratedRegex("QueueEndpoint=http://127.0.0.1:([0-9]+)/")]
    private static partial Regex Queues();
}
