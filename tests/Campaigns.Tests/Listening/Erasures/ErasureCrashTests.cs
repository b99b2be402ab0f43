using Campaigns.Listening.Cells;
using Campaigns.Listening.Erasures;
using Campaigns.Tests.Listening.Cells;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Erasures;

public sealed class ErasureCrashTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_erasure_that_is_killed_between_any_two_requests_goes_on_and_no_total_moves_meanwhile()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        var finished = false;
        // Every third request, so that all kinds of them have their turn and nobody waits for minutes.
        for (var most = 1; !finished; most += 3)
        {
            await using var healthy = await TestEngine.StartAsync(azurite, settings: Erasing.WithoutWaits);
            var campaign = await SampleCampaign.PutAsync(healthy);
            await Supporting.ReplaceAsync(healthy, Supporting.Organisation("gps", "7"), Supporting.Organisation("other", name: "Other"));
            await ListeningRun.ResultsAfterAsync(healthy, Line.Join(
                Line.Of("1", author: "7", followers: 5), Line.Of("2", author: "8", followers: 6), Line.Of("3", createdAt: "2015-06-09T10:00:00Z", author: "7", followers: 9)));
            var before = await Erasing.TotalsAsync(healthy);
            await using var doomed = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?>(Erasing.WithoutWaits) { ["AzureWebJobsStorage"] = wire.ConnectionString }, prefix: healthy.Prefix);
            var erasure = await Erasing.AskAsync(healthy, "7");

            finished = await wire.EndsWithinAsync(most, cancellationToken => Erasing.FinishAsync(doomed, erasure, cancellationToken));
            Assert.Equal(before, await Erasing.TotalsAsync(healthy));
            await Erasing.FinishAsync(healthy, erasure);

            Assert.Equal(before, await Erasing.TotalsAsync(healthy));
            var keys = await Erasing.KeysAsync(healthy, campaign);
            Assert.Empty(await Erasing.LeftAsync(azurite, healthy, keys.Author("x", "7"), keys.AuthorByHandle("x", "gps")));
            Assert.Empty(await healthy.Get<ErasureTable>().PartsAsync(erasure, default));
            Assert.Single((await Supporting.GetAsync(healthy)).Json.GetProperty("supporters").EnumerateArray());
        }
    }

    [Fact]
    public async Task A_process_that_holds_the_pages_as_they_were_reads_them_anew_and_brings_nobody_back()
    {
        await using var eraser = await TestEngine.StartAsync(azurite, settings: Erasing.WithoutWaits);
        await using var stale = await TestEngine.StartAsync(azurite, prefix: eraser.Prefix);
        var campaign = await SampleCampaign.PutAsync(eraser);
        string[] lines = [.. Enumerable.Range(0, 1_500).Select(number => Line.Of($"{number}", author: $"{number % 100}", followers: number % 100, createdAt: $"2015-06-08T10:{number % 60:00}:00Z"))];
        await ListeningRun.ResultsAfterAsync(stale, Line.Join(lines));
        var before = await Erasing.TotalsAsync(stale);
        await ListeningRun.PostAsync(stale, Line.Join(lines[..900]));

        await Erasing.EraseAsync(eraser, "7");
        await ListeningRun.TrackAsync(stale);
        await ListeningRun.ResultsAfterAsync(stale, Line.Of("new", author: "8", followers: 8, createdAt: "2015-06-08T10:59:59Z"));

        var key = (await Erasing.KeysAsync(eraser, campaign)).Author("x", "7");
        Assert.Empty(await Erasing.LeftAsync(azurite, eraser, key));
        Assert.Equal(1_501, (await ListeningRun.ResultsAsync(stale)).GetProperty("mentions").GetInt32());
        Assert.Contains("contributors: 100\n", before, StringComparison.Ordinal);
        Assert.Contains("contributors: 100\n", await Erasing.TotalsAsync(stale), StringComparison.Ordinal);
        Assert.DoesNotContain((await stale.Get<CellTable>().ReadAsync(new CellId("missing-type", campaign.Generation, 398_290))).Cell.Records.ToArray(), record => record.Author == key);
    }

    [Fact]
    public async Task What_a_write_under_way_brought_back_is_found_by_the_next_pass_before_it_is_done()
    {
        await using var engine = await TestEngine.StartAsync(azurite, settings: Erasing.WithoutWaits);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "7", followers: 5));
        var key = (await Erasing.KeysAsync(engine, campaign)).Author("x", "7");
        var cell = new CellId("missing-type", campaign.Generation, 400_000);
        var erasure = await Erasing.AskAsync(engine, "7");
        await Erasing.WorkAsync(engine, most: 2);
        Assert.Equal("erased", (await Erasing.GetAsync(engine, erasure)).GetProperty("state").GetString());

        // Past the list, as a process does whose write hangs in the network since before.
        var record = new MentionRecord { Key = 5, Author = key, Channel = "x", Tags = 1, Followers = 1, LargestFollowers = 1, Likes = -1, Shares = -1, Comments = -1, Views = -1, Second = 0, ObservedAt = 0 };
        await engine.Get<CellTable>().WriteAsync(cell, CellState.None, new CellChange(CellPage.Of(Cell.Of([record])), [], 0, 1), default);
        await Erasing.WorkAsync(engine);

        Assert.Equal("done", (await Erasing.GetAsync(engine, erasure)).GetProperty("state").GetString());
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, key));
        Assert.NotEqual(UInt128.Zero, Assert.Single((await engine.Get<CellTable>().ReadAsync(cell)).Cell.Records.ToArray()).Author);
    }

    [Fact]
    public async Task A_lost_message_is_found_by_the_sweep_and_what_nobody_was_told_of_goes()
    {
        var clock = TestClock.At("2015-06-30T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: Erasing.WithoutWaits);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "7"));
        var erasure = await Erasing.AskAsync(engine, "7");
        var queue = engine.Get<Campaigns.Storage.StorageRim>().Queue($"{engine.Prefix}-erasures");
        await queue.ClearMessagesAsync();
        var (table, now, key) = (engine.Get<ErasureTable>(), clock.GetUtcNow(), (await Erasing.KeysAsync(engine, campaign)).Author("x", "7"));
        await table.AddAsync(new ErasureReceipt(new string('a', 32), ErasureState.Asked, 1, 1, 0, now, now, now, null), [new ErasurePart("missing-type", campaign.Generation, [key], [])], default);

        await engine.Function<SweepErasures>().Run(null!, default);
        Assert.Equal(0, await Erasing.WorkAsync(engine));
        clock.Advance(TimeSpan.FromMinutes(11));
        await engine.Function<SweepErasures>().Run(null!, default);
        await Erasing.WorkAsync(engine);

        Assert.Equal("done", (await Erasing.GetAsync(engine, erasure)).GetProperty("state").GetString());
        Assert.Null(await table.FindAsync(new string('a', 32), default));
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, key));
    }

    [Fact]
    public async Task Bad_requests_are_told_all_their_faults_and_an_unknown_erasure_is_not_found()
    {
        await using var engine = await TestEngine.StartAsync(azurite);

        Assert.Equal(
            ["channel: must be one of", "authorId: must be a text", "handle: must have more than the sign", "name: is not a field of this object"],
            (await Erasing.PostAsync(engine, """{"channel":"fax","authorId":7,"handle":"@","name":"Jane"}""")).Faults.Select(fault => fault.StartsWith("channel", StringComparison.Ordinal) ? fault[..23] : fault));
        Assert.Equal(["channel: is required", "authorId: or handle is required: by one of the two the account is known"], (await Erasing.PostAsync(engine, "{}")).Faults);
        Assert.Equal(400, (await Erasing.PostAsync(engine, "[]")).Status);
        var request = Call.Request(engine, "GET", "/api/erasures/none");
        Assert.Equal(404, (await Call.AnswerAsync(request, engine.Function<GetErasure>().Run(request, "none", default))).Status);
    }
}
