using System.Text.Json;
using Azure.Storage.Queues.Models;
using Campaigns.Local.Functions.Worker.Invocation;

namespace Campaigns.Local.Functions.Worker.Queues;

/// <summary>What a queue function learns of its message, and by which names.</summary>
internal static class QueueEvents
{
    public static TriggerEvent Of(QueueMessage message) => new(message, new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = message.Body.ToString(),
        ["Id"] = message.MessageId,
        ["PopReceipt"] = message.PopReceipt,
        // The worker hands over what is not text as JSON.
        ["DequeueCount"] = JsonSerializer.Serialize(message.DequeueCount),
        ["InsertionTime"] = JsonSerializer.Serialize(message.InsertedOn),
        ["ExpirationTime"] = JsonSerializer.Serialize(message.ExpiresOn),
        ["NextVisibleTime"] = JsonSerializer.Serialize(message.NextVisibleOn),
    });

    /// <summary>The message as its function sees it, or null where its body is not the Base64 that it should be.</summary>
    public static QueueMessage? Readable(QueueMessage message, bool base64)
    {
        if (!base64)
        {
            return message;
        }

        var text = message.Body.ToString();
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? WithBody(message, BinaryData.FromBytes(bytes.AsMemory(0, length))) : null;
    }

    /// <summary>A message that never was in a queue: a run by hand.</summary>
    public static QueueMessage ByHand(string input, DateTimeOffset now) => QueuesModelFactory.QueueMessage(
        Guid.NewGuid().ToString(), popReceipt: "by hand", BinaryData.FromString(input), dequeueCount: 1, now, now, now.AddDays(7));

    private static QueueMessage WithBody(QueueMessage message, BinaryData body) => QueuesModelFactory.QueueMessage(
        message.MessageId, message.PopReceipt, body, message.DequeueCount, message.NextVisibleOn, message.InsertedOn, message.ExpiresOn);
}
