using System.Text.Json;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using static Campaigns.Tests.Operations.Backups.BackupSteps;

namespace Campaigns.Tests.Operations.Backups;

/// <summary>
/// What an earlier version stored is read by this one. The folder <c>EarlierVersion</c> holds, as a backup, every row that the engine of commit 74bc343 wrote: of a
/// campaign that runs, with posts in every state, of one whose retention that engine ended, and of one that was archived. Beside them stands what it answered, but for
/// what goes by the clock and the fields that it did not fill yet.
/// </summary>
public sealed class EarlierVersionTests(AzuriteFixture azurite)
{
    private const string Backup = "2026-11-23";
    private const string Running = "/api/campaigns/give-blood/results";
    private const string Erasure = "/api/erasures/39cad9cbf767d92e25d05ed6d337cc86";

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Operations", "Backups", "EarlierVersion");

    private readonly TestClock clock = TestClock.At("2026-11-23T15:30:00Z");

    [Fact]
    public async Task Everything_that_it_answered_is_answered_the_same_as_it_is_and_folded_anew()
    {
        await using var engine = await RestoredAsync();
        var caller = new RouteCaller(engine);
        Assert.Equal("", await DifferencesAsync(caller));
        var before = (await caller.AskAsync("GET", Running)).Json.GetProperty("asOf").GetDateTimeOffset();

        await ListeningRun.SweepAsync(engine);

        Assert.Equal("", await DifferencesAsync(caller));
        Assert.True((await caller.AskAsync("GET", Running)).Json.GetProperty("asOf").GetDateTimeOffset() > before, "Nothing was folded.");
    }

    [Fact]
    public async Task Counting_goes_on_where_it_left_off_and_whoever_it_erased_stays_erased()
    {
        await using var engine = await RestoredAsync();
        var caller = new RouteCaller(engine);
        await ListeningRun.RollUpAsync(engine, """
            {"channel":"facebook","id":"1","createdAt":"2026-11-17T23:11:00Z","text":"Blut spenden ist wichtig #NationalBloodWeek","author":{"id":"a83"}}
            {"channel":"facebook","id":"401","createdAt":"2026-11-18T06:56:00Z","text":"Proud to support #MissingType","author":{"id":"a83"}}
            {"channel":"x","id":"402","createdAt":"2026-11-18T06:56:00Z","text":"Back again #MissingType","author":{"id":"a12"}}
            """);

        var results = (await caller.AskAsync("GET", Running)).Json;
        // One of the three was counted then, one is new, and one is of somebody who was erased then.
        Assert.Equal((324, 5), (results.GetProperty("mentions").GetInt32(), results.GetProperty("mentionsWithoutAuthor").GetInt32()));
        Assert.Equal(119, results.GetProperty("contributors").GetInt32());

        Assert.Equal("erased", (await caller.AskAsync("GET", Erasure)).Json.GetProperty("state").GetString());
    }

    private async Task<TestEngine> RestoredAsync()
    {
        var engine = await TestEngine.StartAsync(azurite, clock);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, Backup), "*", SearchOption.AllDirectories))
        {
            await engine.Get<BackupBlobs>().WriteAsync(
                Path.GetRelativePath(Folder, file).Replace('\\', '/'), new BinaryData(await File.ReadAllBytesAsync(file)), null, TestContext.Current.CancellationToken);
        }

        var restored = await RestoreAsync(engine, Backup);
        Assert.True(restored.Status == 200, restored.Text);
        Assert.Equal(200, (await new RouteCaller(engine).AskAsync("POST", "/api/release")).Status);
        return engine;
    }

    /// <summary>What is answered otherwise now, a line each; what is new in an answer is none.</summary>
    private static async Task<string> DifferencesAsync(RouteCaller caller)
    {
        var found = new List<string>();
        using var before = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Folder, "answers.json")));
        foreach (var answer in before.RootElement.EnumerateObject())
        {
            found.AddRange(Differences(answer.Name, answer.Value, (await caller.AskAsync("GET", answer.Name)).Json));
        }

        return string.Join('\n', found);
    }

    private static IEnumerable<string> Differences(string path, JsonElement before, JsonElement now) => (before.ValueKind, now.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => before.EnumerateObject().SelectMany(
            field => now.TryGetProperty(field.Name, out var there) ? Differences($"{path} {field.Name}", field.Value, there) : [$"{path} {field.Name} is gone"]),
        (JsonValueKind.Array, JsonValueKind.Array) when before.GetArrayLength() == now.GetArrayLength() => before.EnumerateArray().Zip(now.EnumerateArray()).SelectMany(
            (pair, at) => Differences($"{path} {at}", pair.First, pair.Second)),
        _ => JsonElement.DeepEquals(before, now) ? [] : [$"{path} is {now} and was {before}"],
    };
}
