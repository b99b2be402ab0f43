using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Campaigns.Storage;

/// <summary>
/// The clients for the engine's tables, queues and blobs, on the account that the Functions host uses: <c>AzureWebJobsStorage</c> as a
/// connection string, or <c>AzureWebJobsStorage__tableServiceUri</c> and <c>__queueServiceUri</c> (or <c>__accountName</c>) with the
/// app's managed identity.
/// </summary>
public sealed class StorageRim
{
    private const string Connection = "AzureWebJobsStorage";

    private readonly TableServiceClient tables;
    private readonly QueueServiceClient queues;
    private readonly BlobServiceClient blobs;
    private readonly string prefix;

    /// <summary>Opens the account; nothing is sent yet.</summary>
    /// <param name="configuration">The app's settings.</param>
    /// <param name="options">How tables are named.</param>
    /// <exception cref="InvalidOperationException">No connection is configured.</exception>
    public StorageRim(IConfiguration configuration, IOptions<StorageOptions> options)
    {
        prefix = options.Value.TablePrefix;
        if (configuration[Connection] is { Length: > 0 } connection)
        {
            tables = new TableServiceClient(connection);
            queues = new QueueServiceClient(connection, ForQueues);
            blobs = new BlobServiceClient(connection, ForBlobs);
            return;
        }

        var credential = Identity(configuration);
        tables = new TableServiceClient(Address(configuration, "table"), credential);
        queues = new QueueServiceClient(Address(configuration, "queue"), credential, ForQueues);
        blobs = new BlobServiceClient(Address(configuration, "blob"), credential, ForBlobs);
    }

    /// <summary>A table of the engine.</summary>
    /// <param name="name">A name of <see cref="TableNames"/>.</param>
    public TableClient Table(string name) => tables.GetTableClient(prefix + name);

    /// <summary>A queue.</summary>
    /// <param name="name">Its whole name, as its setting has it.</param>
    public QueueClient Queue(string name) => queues.GetQueueClient(name);

    /// <summary>A container of blobs.</summary>
    /// <param name="name">Its whole name.</param>
    public BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(name);

    /// <summary>
    /// Whether a fault says that storage is not there for us now: no answer after all retries, one that blames the service, or one that does not let the app in, as
    /// where its role, its identity or the way through the account's firewall is gone.
    /// </summary>
    /// <param name="fault">The fault.</param>
    public static bool IsUnavailable(Exception fault) => fault switch
    {
        RequestFailedException { Status: 0 or 401 or 403 or 408 or 429 or >= 500 } => true,
        AuthenticationFailedException => true,
        // What the client throws when every retry failed without an answer.
        AggregateException { InnerExceptions: var all } => all.Count > 0 && all.All(IsUnavailable),
        _ => false,
    };

    // The versions that the emulator knows too: whoever has one running already starts it without leave for newer ones.
    private static QueueClientOptions ForQueues => new(QueueClientOptions.ServiceVersion.V2025_11_05) { MessageEncoding = QueueMessageEncoding.None };

    private static BlobClientOptions ForBlobs => new(BlobClientOptions.ServiceVersion.V2025_11_05);

    private static TokenCredential Identity(IConfiguration configuration) =>
        configuration[$"{Connection}:clientId"] is { Length: > 0 } client
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
            : new DefaultAzureCredential();

    private static Uri Address(IConfiguration configuration, string service) =>
        configuration[$"{Connection}:{service}ServiceUri"] is { Length: > 0 } address ? new Uri(address)
        : configuration[$"{Connection}:accountName"] is { Length: > 0 } account ? new Uri($"https://{account}.{service}.core.windows.net")
        : throw new InvalidOperationException($"No storage: set {Connection} (locally UseDevelopmentStorage=true) or {Connection}__accountName.");
}
