using System.Globalization;
using System.Text.Json;
using Campaigns.Listening.Supporters;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Supporters;

public sealed class PutSupportersTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_list_is_created_then_changed_under_its_tag_and_read_back_as_it_was_put()
    {
        await using var engine = await StartAsync();

        var created = await Supporting.PutAsync(engine, Supporting.Organisation("@rcgp", "42"), Supporting.Entry("bluesky", null, "mp.example", "A Minister", "publicFigure"));
        var untagged = await Supporting.PutAsync(engine, Supporting.Organisation("rcgp"));
        var only = await Supporting.PutAsync(engine, "[]", headers: "If-None-Match: *");
        var read = await Supporting.GetAsync(engine);
        var changed = await Supporting.PutAsync(engine, read.Text, headers: $"If-Match: {read.ETag}");
        var stale = await Supporting.PutAsync(engine, "[]", headers: $"If-Match: {created.ETag}");

        Assert.Equal((201, 428, 412, 200, 200, 412), (created.Status, untagged.Status, only.Status, read.Status, changed.Status, stale.Status));
        Assert.Equal("/api/campaigns/missing-type/supporters", created.Headers.Location.ToString());
        Assert.Equal((2, 1, 1), (Int(created, "count"), Int(created, "organisations"), Int(created, "publicFigures")));
        Assert.Equal(created.ETag, read.ETag);
        Assert.NotEqual(created.ETag, changed.ETag);
        Assert.Equal(
            """[{"channel":"x","id":"42","handle":"rcgp","name":"Royal College of GPs","kind":"organisation","basis":"a public body"},{"channel":"bluesky","id":null,"handle":"mp.example","name":"A Minister","kind":"publicFigure","basis":"a public body"}]""",
            read.Json.GetProperty("supporters").GetRawText());
        Assert.Equal(304, (await Supporting.GetAsync(engine, "", $"If-None-Match: {changed.ETag}")).Status);
    }

    [Fact]
    public async Task A_body_of_nothing_but_commas_and_digits_is_refused_before_it_takes_many_times_its_length()
    {
        await using var engine = await StartAsync();
        var body = "[" + string.Concat(Enumerable.Repeat("0,", 8_000_000)) + "0]";

        var answer = await Supporting.PutAsync(engine, body);
        Assert.Equal((413, "At most 100000 values and names of fields are taken."), (answer.Status, answer.Json.GetProperty("detail").GetString()));

        // As many as a list may have, each field as it may be, are none too many.
        Assert.Equal(201, (await Supporting.PutAsync(engine, [.. Enumerable.Range(0, SupporterReader.Most).Select(number => Supporting.Entry("x", $"{number}", $"name{number}", "N", "organisation"))])).Status);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        await using var engine = await StartAsync();

        var answer = await Supporting.PutAsync(engine, """
            { "supporters": [
              { "channel": "x", "handle": "a", "name": "A", "kind": "organisation", "basis": "b", "followers": 5 },
              { "channel": "myspace", "handle": "@", "kind": "person", "basis": " " },
              { "channel": "x", "handle": "@A", "name": "A\u0007", "kind": "organisation", "basis": "b" },
              7,
              { "channel": "x", "name": "nobody", "kind": "organisation", "basis": "b" } ],
              "replace": false }
            """);

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            [
                "replace: is not a field of this object",
                "supporters[0].followers: is not a field of this object",
                "supporters[1].basis: must not be blank",
                "supporters[1].channel: must be one of blog, bluesky, careopinion, discourse, facebook, facebookgroup, forum, instagram, leaflet, linkedin, manual, mastodon, scribblelive, threads, wordpress, x, youtube",
                "supporters[1].handle: must have more than the sign",
                "supporters[1].kind: must be organisation or publicFigure: nobody else is named",
                "supporters[1].name: is required",
                "supporters[2].handle: is listed before for this channel",
                "supporters[2].name: must have no control characters and no blanks at either end",
                "supporters[3]: must be an object",
                "supporters[4].id: or handle is required: by one of the two the account is known",
            ],
            answer.Faults.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("text/plain", "x", 415)]
    [InlineData("application/x-ndjson", "{}", 415)]
    [InlineData("application/json", "[{", 400)]
    [InlineData("application/json", "\"text\"", 400)]
    [InlineData("application/json", "{}", 422)]
    [InlineData("application/json", "{\"supporters\":null}", 422)]
    [InlineData("text/csv", "channel,handle,name,kind,basis\nx,\"a,A,organisation,b\n", 400)]
    [InlineData("text/csv", "channel,handle,name,kind,basis,followers\n", 422)]
    [InlineData("text/csv", "channel,handle,handle,name,kind,basis\n", 422)]
    [InlineData("text/csv", "channel,handle,name,kind,basis\nx,a,A\n", 422)]
    public async Task What_cannot_be_read_is_refused(string contentType, string body, int status)
    {
        await using var engine = await StartAsync();

        Assert.Equal(status, (await Supporting.PutAsync(engine, body, contentType)).Status);
        Assert.Equal(404, (await Supporting.GetAsync(engine)).Status);
    }

    [Fact]
    public async Task A_CSV_file_is_read_and_one_that_is_given_back_is_safe_to_open_and_to_put_again()
    {
        await using var engine = await StartAsync();
        const string File = "\uFEFFChannel,Handle,Name,Kind,Basis,Id\r\nx,@rcgp,\"=HYPERLINK(\"\"http://evil\"\")\",organisation,\"a body, with a comma\",\r\nbluesky,,\"+44 Line\nTwo\",organisation,@home,did:plc:1\r\n";

        Assert.Equal(422, (await Supporting.PutAsync(engine, File, "text/csv")).Status);
        var put = await Supporting.PutAsync(engine, File.Replace("\nTwo", "", StringComparison.Ordinal), "text/csv");
        var csv = await Supporting.GetAsync(engine, "?format=csv");
        var json = await Supporting.GetAsync(engine);
        var again = await Supporting.PutAsync(engine, csv.Text, "text/csv", $"If-Match: {csv.ETag}");

        Assert.Equal((201, 200, 200), (put.Status, csv.Status, again.Status));
        Assert.Equal("text/csv; charset=utf-8", csv.Headers.ContentType.ToString());
        Assert.Equal(
            "\uFEFFchannel,id,handle,name,kind,basis\r\nx,,rcgp,\"'=HYPERLINK(\"\"http://evil\"\")\",organisation,\"a body, with a comma\"\r\nbluesky,did:plc:1,,'+44 Line,organisation,'@home\r\n",
            csv.Text);
        Assert.Equal(csv.Text, (await Supporting.GetAsync(engine, "", "Accept: text/csv")).Text);
        Assert.Equal(json.Json.GetProperty("supporters").GetRawText(), (await Supporting.GetAsync(engine)).Json.GetProperty("supporters").GetRawText());
    }

    [Fact]
    public async Task Five_thousand_with_long_names_fit_and_one_more_does_not()
    {
        await using var engine = await StartAsync();
        var entries = Enumerable.Range(0, 5001).Select(number => Supporting.Entry(
            "x", $"{number}", string.Create(CultureInfo.InvariantCulture, $"h{number}"), "名" + new string('界', 199), "organisation")).ToArray();

        var tooMany = await Supporting.PutAsync(engine, entries);
        var tooManyLines = await Supporting.PutAsync(engine, "channel,id,name,kind,basis\n" + string.Concat(Enumerable.Range(0, 5001).Select(number => $"x,{number},N,organisation,b\n")), "text/csv");
        var put = await Supporting.PutAsync(engine, entries[1..]);
        var read = await Supporting.GetAsync(engine);

        Assert.Equal((422, 422, 201), (tooMany.Status, tooManyLines.Status, put.Status));
        Assert.Equal(5000, read.Json.GetProperty("supporters").GetArrayLength());
        Assert.Equal("5000", read.Json.GetProperty("supporters")[4999].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_reader_never_sees_a_mix_of_two_versions()
    {
        await using var engine = await StartAsync();
        var campaign = await CampaignAsync(engine);
        var table = engine.Get<SupporterTable>();
        await Supporting.ReplaceAsync(engine, Version(0));
        using var stop = new CancellationTokenSource();
        var reads = Task.Run(async () =>
        {
            var seen = new HashSet<string>();
            while (!stop.IsCancellationRequested)
            {
                seen.Add(Assert.Single((await table.FindAsync(campaign, default))!.Entries.Select(entry => entry.Name).Distinct()));
                seen.Add(Assert.Single((await table.ReadAsync(campaign, default)).All.Select(supporter => supporter.Name).Distinct()));
            }

            return seen;
        });

        for (var version = 1; version <= 8; version++)
        {
            await Supporting.ReplaceAsync(engine, Version(version));
        }

        await stop.CancelAsync();
        Assert.NotEmpty(await reads);

        static Dictionary<string, string?>[] Version(int version) =>
            [.. Enumerable.Range(0, 450 + (version % 2 * 300)).Select(number => Supporting.Entry("x", $"{number}", null, $"version {version}", "organisation"))];
    }

    [Fact]
    public async Task Of_two_that_change_the_same_version_at_once_one_wins()
    {
        await using var engine = await StartAsync();
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("a"));
        var tag = (await Supporting.GetAsync(engine)).ETag;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            Supporting.PutAsync(engine, JsonSerializer.Serialize(new[] { Supporting.Organisation($"h{number}") }), headers: $"If-Match: {tag}")));

        Assert.Equal([200, 412, 412, 412, 412, 412], answers.Select(answer => answer.Status).Order());
        Assert.Equal(answers.Single(answer => answer.Status == 200).ETag, (await Supporting.GetAsync(engine)).ETag);
    }

    [Fact]
    public async Task A_campaign_that_does_not_exist_names_nobody()
    {
        await using var engine = await TestEngine.StartAsync(azurite);

        Assert.Equal((404, 404), ((await Supporting.PutAsync(engine, "[]")).Status, (await Supporting.GetAsync(engine)).Status));
    }

    internal static async Task<Campaigns.Planning.Campaign> CampaignAsync(TestEngine engine) =>
        (await engine.Get<Campaigns.Planning.CampaignTable>().FindAsync("missing-type", default))!;

    private static int Int(Answer answer, string name) => answer.Json.GetProperty(name).GetInt32();

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        return engine;
    }
}
