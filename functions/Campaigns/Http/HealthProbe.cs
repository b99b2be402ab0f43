namespace Campaigns.Http;

/// <summary>Something that the engine stands on, and a question to it that costs next to nothing.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsNeeded">Whether the engine cannot serve without it; what only waits for it is not hurt.</param>
/// <param name="AskAsync">Asks it, and throws where it does not answer.</param>
public sealed record HealthProbe(string Name, bool IsNeeded, Func<CancellationToken, Task> AskAsync);
