using System.Globalization;
using System.Text.Json;

namespace Campaigns.EndToEnd.Support;

/// <summary>Where an engine keeps its tables and queues: an account, and a prefix that keeps engines on one account apart.</summary>
internal sealed record EngineStorage(string ConnectionString, string Prefix)
{
    /// <summary>The whole name of a queue, by the setting that names it.</summary>
    public string Queue(string setting) => $"{Prefix}-{Committed()[setting]}";

    /// <summary>The same account with another port for one of its services, such as that of a proxy.</summary>
    public EngineStorage Through(int port, int instead) => this with
    {
        ConnectionString = ConnectionString.Replace(
            string.Create(CultureInfo.InvariantCulture, $":{port}/"), string.Create(CultureInfo.InvariantCulture, $":{instead}/"), StringComparison.Ordinal),
    };

    /// <summary>What an engine is told through its environment.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings()
    {
        yield return new("AzureWebJobsStorage", ConnectionString);
        yield return new("AzureFunctionsWebHost__hostid", Prefix);
        yield return new("Storage__TablePrefix", Prefix);
        yield return new("Backup__Container", Prefix);
        foreach (var setting in Committed().Keys.Where(key => key.EndsWith("Queue", StringComparison.Ordinal)))
        {
            yield return new(setting, Queue(setting));
        }
    }

    /// <summary>The settings of the committed <c>local.settings.json</c>, as the build put it beside the engine.</summary>
    public static Dictionary<string, string> Committed()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(EngineProcess.AssemblyPath)!, "local.settings.json")));
        return file.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!);
    }
}
