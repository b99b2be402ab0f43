namespace Campaigns.Local.Functions.Worker.Invocation;

/// <summary>What made a function run: a request, a queue message or a due time, and what its context tells about it.</summary>
internal sealed record TriggerEvent(object Value, IReadOnlyDictionary<string, object?> BindingData);
