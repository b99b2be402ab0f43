using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Campaigns.Local.Functions.Worker.Hosting;

namespace Campaigns.Local.Functions.Worker.Settings;

/// <summary>The storage accounts that the app settings name, by connection string or by address and identity.</summary>
internal sealed class StorageConnections(AppSettings settings)
{
    public const string Default = "AzureWebJobsStorage";

    private const string Development = "UseDevelopmentStorage=true";

    /// <summary>Whether the app's own storage is the emulator on its usual ports.</summary>
    public bool UsesEmulator => ConnectionString(Default)?.Trim().TrimEnd(';').Equals(Development, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Sends and receives bodies as they are: the host itself decodes them.</summary>
    public QueueServiceClient Queues(string name) => ConnectionString(name) is { } text
        ? Make(name, () => new QueueServiceClient(text, ForQueues))
        : Make(name, () => new QueueServiceClient(Address(name, "queue"), Credential(name), ForQueues));

    public TableServiceClient Tables(string name) => ConnectionString(name) is { } text
        ? Make(name, () => new TableServiceClient(text))
        : Make(name, () => new TableServiceClient(Address(name, "table"), Credential(name)));

    // The version that the emulator knows too: whoever has one running already starts it without leave for newer ones.
    private static QueueClientOptions ForQueues => new(QueueClientOptions.ServiceVersion.V2025_11_05);

    private string? ConnectionString(string name) => First(Names(name), settings);

    private Uri Address(string name, string service)
    {
        var address = First(Names(name).Select(found => $"{found}:{service}ServiceUri"), settings);
        if (address is null && First(Names(name).Select(static found => $"{found}:accountName"), settings) is { } account)
        {
            address = $"https://{account}.{service}.core.windows.net";
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw new StartRefusedException($"The storage connection {name} is not set: set {name} to a connection string (UseDevelopmentStorage=true is the emulator), or {name}__{service}ServiceUri to an address.");
    }

    private DefaultAzureCredential Credential(string name) => new DefaultAzureCredential(new DefaultAzureCredentialOptions
    {
        ManagedIdentityClientId = First(Names(name).Select(static found => $"{found}:clientId"), settings),
    });

    private static T Make<T>(string name, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // The value may hold a key: it is not shown.
            throw new StartRefusedException($"The storage connection {name} cannot be read: it is neither a connection string nor UseDevelopmentStorage=true.", exception);
        }
    }

    private static IEnumerable<string> Names(string name) =>
        name == Default ? [name] : [$"AzureWebJobs{name}", name, $"ConnectionStrings:{name}"];

    private static string? First(IEnumerable<string> names, AppSettings settings) =>
        names.Select(name => settings[name]).FirstOrDefault(static value => !string.IsNullOrWhiteSpace(value));
}
