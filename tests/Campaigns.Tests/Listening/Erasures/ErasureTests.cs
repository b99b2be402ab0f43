using Campaigns.Listening.Cells;
using Campaigns.Tests.Listening.Cells;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Erasures;

public sealed class ErasureTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task No_total_moves_no_key_stays_and_handing_in_again_changes_nothing()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        // Enough in one hour for sealed pages, and an hour with the author alone.
        string[] lines =
        [
            .. Enumerable.Range(0, 2_000).Select(number => Line.Of($"{number}", author: $"{number % 300}", followers: number % 300 * 50, createdAt: $"2015-06-08T10:{number % 60:00}:00Z")),
            Line.Of("alone", "#NationalBloodWeek", author: "7", followers: 20_000, createdAt: "2015-06-09T10:00:00Z", kind: "share", authorKind: "organisation"),
        ];
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(lines));
        // Changed in a sealed page: the open page has a later version of it.
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("307", author: "7", followers: 400, likes: 9, createdAt: "2015-06-08T10:07:00Z"));
        var (before, key) = (await Erasing.TotalsAsync(engine), (await Erasing.KeysAsync(engine, campaign)).Author("x", "7"));
        Assert.Contains(await Erasing.LeftAsync(azurite, engine, key), place => place.Contains(" page|2015060810|", StringComparison.Ordinal));

        await Erasing.EraseAsync(engine, "7");

        Assert.Empty(await Erasing.LeftAsync(azurite, engine, key));
        Assert.Equal(before, await Erasing.TotalsAsync(engine));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(lines));
        Assert.Equal(before, await Erasing.TotalsAsync(engine));
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, key));
        await using var cold = await TestEngine.StartAsync(azurite, settings: Erasing.WithoutWaits, prefix: engine.Prefix);
        Assert.Single((await AllAsync(cold, campaign)).Where(record => record.Followers == 20_000).Select(record => record.Author).Distinct(), author => author != 0 && author != key);
    }

    [Fact]
    public async Task What_comes_later_or_waited_in_the_queue_counts_without_an_author()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "7", followers: 10), Line.Of("2", author: "8", followers: 20)));
        await ListeningRun.PostAsync(engine, Line.Of("waited", author: "7", followers: 50_000, authorKind: "organisation"));

        await Erasing.EraseAsync(engine, "7");
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Of("later", author: "7", followers: 60_000));

        Assert.Equal((4, 2, 2, 30, 0, 0), (
            Long(results, "mentions"), Long(results, "mentionsWithoutAuthor"), Long(results, "contributors"), Long(results, "potentialReach"), Long(results, "organisations"), Long(results, "influencers")));
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, (await Erasing.KeysAsync(engine, campaign)).Author("x", "7")));
    }

    [Fact]
    public async Task By_its_handle_an_account_is_erased_where_only_that_was_known_and_refused_by_whatever_id_it_comes_with()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            """{"channel":"x","id":"1","createdAt":"2015-06-08T10:00:00Z","text":"#MissingType","author":{"handle":"@Donor"}}""", Line.Of("2", author: "Donor"), Line.Of("3", author: "other")));

        await Erasing.EraseAsync(engine, handle: "Donor");
        var results = await ListeningRun.ResultsAfterAsync(
            engine, """{"channel":"x","id":"4","createdAt":"2015-06-08T10:00:00Z","text":"#MissingType","author":{"id":"99","handle":"donor","followers":5}}""");

        var keys = await Erasing.KeysAsync(engine, campaign);
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, keys.AuthorByHandle("x", "donor"), keys.Author("x", "Donor"), keys.Author("x", "99")));
        Assert.Equal((4, 1, 3), (Long(results, "mentions"), Long(results, "mentionsWithoutAuthor"), Long(results, "contributors")));
    }

    [Fact]
    public async Task A_handle_that_stands_in_place_of_the_id_is_found_as_it_is_spelled_and_in_small_letters()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        string[] found = ["JaneDoe", "@JaneDoe", "janedoe", "@janedoe"];
        await ListeningRun.ResultsAfterAsync(engine, Line.Join([.. found.Append("JANEDOE").Select(author => Line.Of(author, author: author))]));
        var keys = await Erasing.KeysAsync(engine, campaign);

        await Erasing.EraseAsync(engine, handle: "@JaneDoe");

        Assert.Empty(await Erasing.LeftAsync(azurite, engine, [.. found.Select(author => keys.Author("x", author))]));
        Assert.NotEmpty(await Erasing.LeftAsync(azurite, engine, keys.Author("x", "JANEDOE")));
        await Erasing.EraseAsync(engine, "JANEDOE");
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, keys.Author("x", "JANEDOE")));
        Assert.Equal(5, Long(await ListeningRun.ResultsAsync(engine), "mentions"));
    }

    [Fact]
    public async Task A_supporter_leaves_the_list_with_what_was_learnt_and_the_totals_stay()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("rcgp"), Supporting.Organisation("other", name: "Other"));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            """{"channel":"x","id":"1","createdAt":"2015-06-08T10:00:00Z","text":"#MissingType","author":{"id":"42","handle":"rcgp","followers":70}}""",
            """{"channel":"x","id":"2","createdAt":"2015-06-08T11:00:00Z","text":"#MissingType","author":{"handle":"rcgp","followers":80}}""",
            Line.Of("3", author: "5", followers: 1)));
        var before = await Erasing.TotalsAsync(engine);
        Assert.Contains("organisations: 1\n", before, StringComparison.Ordinal);

        await Erasing.EraseAsync(engine, "42");

        var keys = await Erasing.KeysAsync(engine, campaign);
        Assert.Equal(before, await Erasing.TotalsAsync(engine));
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, keys.Author("x", "42"), keys.AuthorByHandle("x", "rcgp")));
        Assert.Equal(["supporters[1]: was erased on request: leave the line out"], (await Supporting.PutAsync(
            engine, System.Text.Json.JsonSerializer.Serialize(new[] { Supporting.Organisation("new", name: "New"), Supporting.Organisation("RCGP") }), "application/json", "If-Match: *")).Faults);
        Assert.Equal(["Other"], (await Supporting.GetAsync(engine)).Json.GetProperty("supporters").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Several_erasures_at_once_even_of_one_person_leave_one_contributor_each()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        await using var other = await TestEngine.StartAsync(azurite, settings: Erasing.WithoutWaits, prefix: engine.Prefix);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Enumerable.Range(0, 60).Select(number => Line.Of($"{number}", author: $"{number % 10}", followers: 3, createdAt: $"2015-06-{6 + (number % 9):00}T10:00:00Z"))));
        var before = await Erasing.TotalsAsync(engine);
        string[] erasures = [.. await Task.WhenAll(new[] { "1", "2", "3", "1", "1", "4" }.Select(author => Erasing.AskAsync(engine, author)))];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Erasing.WorkAsync(worker % 2 == 0 ? engine : other)));
        for (var round = 0; round < 20 && !await AllDoneAsync(); round++)
        {
            await Task.Delay(1_000);
            await Erasing.WorkAsync(engine);
        }

        var keys = await Erasing.KeysAsync(engine, campaign);
        Assert.True(await AllDoneAsync());
        Assert.Equal(before, await Erasing.TotalsAsync(other));
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, [.. new[] { "1", "2", "3", "4" }.Select(author => keys.Author("x", author))]));

        async Task<bool> AllDoneAsync() => (await Task.WhenAll(erasures.Select(id => Erasing.GetAsync(engine, id)))).All(answer => answer.GetProperty("state").GetString() == "done");
    }

    [Fact]
    public async Task An_archived_campaign_is_looked_through_too()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "7"));
        var delete = Call.Request(engine, "DELETE", "/api/campaigns/missing-type");
        await Call.AnswerAsync(delete, engine.Function<Campaigns.Planning.DeleteCampaign>().Run(delete, "missing-type", default));

        await Erasing.EraseAsync(engine, "7");

        Assert.Empty(await Erasing.LeftAsync(azurite, engine, (await Erasing.KeysAsync(engine, campaign)).Author("x", "7")));
    }

    private static Task<List<MentionRecord>> AllAsync(TestEngine engine, Campaigns.Planning.Campaign campaign) =>
        engine.Get<CellTable>().ReadAllAsync(campaign.Id.Value, campaign.Generation);

    private static long Long(System.Text.Json.JsonElement results, string name) => results.GetProperty(name).GetInt64();

    private Task<TestEngine> StartAsync() => TestEngine.StartAsync(azurite, settings: Erasing.WithoutWaits);
}
