using Campaigns.Storage;

namespace Campaigns.Http;

/// <summary>Which message that was given up is meant: its queue and storage's id of it, as <c>mentions.0f8f…</c>.</summary>
/// <param name="Queue">The queue that it was given up from.</param>
/// <param name="Message">Storage's id.</param>
public sealed record PoisonId(EngineQueue Queue, string Message)
{
    /// <summary>Reads an id of one of the engine's queues.</summary>
    /// <param name="text">The id, as a list or a caller has it.</param>
    /// <param name="queues">The engine's queues.</param>
    /// <returns>Null where it can be no message of them.</returns>
    public static PoisonId? Read(string? text, IEnumerable<EngineQueue> queues)
    {
        // No queue has a point in its name.
        var point = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return point > 0 && Guid.TryParse(text.AsSpan(point + 1), out _) && queues.FirstOrDefault(queue => queue.Name == text![..point]) is { } found
            ? new PoisonId(found, text![(point + 1)..])
            : null;
    }

    /// <summary>As callers see it.</summary>
    public override string ToString() => $"{Queue.Name}.{Message}";
}
