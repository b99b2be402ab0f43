namespace Campaigns.Storage;

/// <summary>What a feature does when tables were restored.</summary>
/// <param name="RunAsync">Does it; doing it again changes nothing.</param>
public sealed record AfterRestore(Func<CancellationToken, Task> RunAsync);
