using Azure;
using Azure.Storage.Queues;

namespace Campaigns.EndToEnd.Support;

/// <summary>A look at an engine's queues from outside.</summary>
internal sealed class StorageQueues(EngineStorage storage)
{
    private const string Mentions = "Listening__MentionsQueue";

    /// <summary>How many messages with mentions wait or are being worked on.</summary>
    public async Task<int> MentionMessagesAsync() => await CountAsync(storage.Queue(Mentions));

    /// <summary>How many messages of mentions were given up.</summary>
    public async Task<int> PoisonMentionMessagesAsync() => await CountAsync(storage.Queue(Mentions) + "-poison");

    /// <summary>Waits until every message with mentions is counted.</summary>
    public async Task DrainedAsync(TimeSpan? patience = null)
    {
        await Eventually.ComesAsync(MentionMessagesAsync, static left => left == 0, static left => $"{left} messages with mentions are still not counted.", patience);
        Assert.Equal(0, await PoisonMentionMessagesAsync());
    }

    private async Task<int> CountAsync(string queue)
    {
        try
        {
            return (await new QueueClient(storage.ConnectionString, queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return 0;
        }
    }
}
