using System.Globalization;
using System.Net;
using System.Text;
using Campaigns.Benchmarks.Made;
using Campaigns.EndToEnd.Support;
using Campaigns.Listening;
using Campaigns.Planning;
using Campaigns.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Campaigns.Benchmarks.Chaos;

/// <summary>
/// Authors who are erased while everything goes wrong. What they said is handed in and counted before, and once more after: so no total moves, and
/// the plain count, which knows of no erasure, stays right. At the end nothing but the refusal list may know their hashes.
/// </summary>
internal sealed class ErasedAuthors
{
    private const int Count = 8;

    private readonly MadeMentions made;
    private readonly int[] authors;

    /// <summary>Chooses them.</summary>
    /// <param name="made">What is handed in.</param>
    /// <param name="lost">An hour in which they say nothing: what was said then is not counted before the storm is over.</param>
    public ErasedAuthors(MadeMentions made, DateTimeOffset lost)
    {
        this.made = made;
        var hour = (int)(lost - MadeMentions.Start).TotalHours;
        authors = [.. made.Lines.GroupBy(line => line.Author).Where(lines => lines.Count() > 1 && lines.All(line => line.Second / 3600 != hour)).Take(Count).Select(lines => lines.Key)];
        Mentions = made.Lines.Where(IsTheirs).Select(line => line.Id).Distinct().Count();
    }

    /// <summary>How many mentions they have.</summary>
    public int Mentions { get; }

    /// <summary>How many erasures were answered with a receipt.</summary>
    public int Receipts { get; private set; }

    /// <summary>What they said, as NDJSON.</summary>
    public byte[] Body() => [.. made.Lines.Index().Where(line => IsTheirs(line.Item)).SelectMany(line => made.Body(line.Index, 1))];

    /// <summary>Asks for the erasure of each, until there is a receipt.</summary>
    public async Task AskAsync(Func<EngineProcess?> any, Patience patience)
    {
        foreach (var author in authors)
        {
            while (!await AskAsync(any(), author))
            {
                await patience.WaitAsync(TimeSpan.FromMilliseconds(500), () => "an erasure was never accepted");
            }
        }
    }

    /// <summary>Where their hashes stand, save on the refusal list; and what is still under way.</summary>
    public async Task<IReadOnlyList<string>> LeftAsync(EngineStorage storage, CancellationToken cancellationToken = default)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings(EngineStorage.Committed())).AddInMemoryCollection(Settings(storage.Settings())).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging();
        await using var engine = services.AddCampaigns(configuration).BuildServiceProvider();
        var keys = new List<UInt128>();
        await foreach (var campaign in engine.GetRequiredService<CampaignTable>().ListAsync(after: null, cancellationToken))
        {
            var mentionKeys = await engine.GetRequiredService<CampaignKeys>().OfAsync(campaign, cancellationToken);
            keys.AddRange(authors.SelectMany(author => new[] { mentionKeys.Author("x", IdOf(author)), mentionKeys.AuthorByHandle("x", HandleOf(author)) }));
        }

        var places = await new KeyScan(storage.ConnectionString, storage.Prefix, TableNames.All).FindAsync(keys);
        var refused = places.Count(place => place.Contains(" refused|", StringComparison.Ordinal));
        return [.. places.Where(place => !place.Contains(" refused|", StringComparison.Ordinal)), .. refused < keys.Count ? (string[])[$"only {refused} of {keys.Count} are refused"] : []];
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(IEnumerable<KeyValuePair<string, string>> settings) =>
        settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value));

    private static string IdOf(int author) => (100_000_000 + author).ToString(CultureInfo.InvariantCulture);

    private static string HandleOf(int author) => string.Create(CultureInfo.InvariantCulture, $"donor{author}");

    private bool IsTheirs(MadeMention line) => authors.Contains(line.Author);

    private async Task<bool> AskAsync(EngineProcess? engine, int author)
    {
        try
        {
            using var content = new StringContent($$"""{"channel":"x","authorId":"{{IdOf(author)}}","handle":"{{HandleOf(author)}}"}""", Encoding.UTF8, "application/json");
            using var answer = engine is null ? null : await engine.Http.PostAsync("api/erasures", content);
            Receipts += answer?.StatusCode == HttpStatusCode.Accepted ? 1 : 0;
            return answer?.StatusCode == HttpStatusCode.Accepted;
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
