using System.Text.Json;
using Campaigns.Publishing;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

public sealed class PublishingOptionsTests
{
    [Fact]
    public void The_last_attempt_is_the_one_after_which_the_host_calls_a_message_poison()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "host.json")));
        Assert.Equal(host.RootElement.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32(), new PublishingOptions().MaxAttempts);
    }
}
