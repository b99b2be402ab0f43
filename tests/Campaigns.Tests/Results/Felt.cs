using System.Globalization;
using System.Text.Json;
using Campaigns.Insight;
using Campaigns.Tests.Insight;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Results;

/// <summary>Mentions of which is known what is felt in them, and what results say of it.</summary>
internal static class Felt
{
    public static Task<TestEngine> StartAsync(AzuriteFixture azurite, TimeProvider? clock = null) => TestEngine.StartAsync(
        azurite, clock, services => services.AddSingleton<IAnalyser>(new Feelings()), new Dictionary<string, string?> { ["Retention:KnownAfter"] = "00:00:00" });

    public static IEnumerable<string> Some(int count, string words, string channel = "x", string tag = "#MissingType", int day = 8) => Enumerable.Range(0, count).Select(number =>
        Line.Of($"{words}-{day}-{number}", $"{words} {tag}", channel: channel, createdAt: string.Create(CultureInfo.InvariantCulture, $"2015-06-{day:00}T10:00:00Z")));

    public static string InLanguage(string id, string language) =>
        JsonSerializer.Serialize(new { channel = "x", id, createdAt = "2015-06-08T10:00:00Z", text = "Rhoi gwaed #MissingType", language });

    public static long[] Of(JsonElement numbers, params string[] names) => [.. names.Select(name => numbers.GetProperty(name).GetInt64())];

    public static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
