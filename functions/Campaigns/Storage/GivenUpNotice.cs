namespace Campaigns.Storage;

/// <summary>Who is told that messages of a queue were given up.</summary>
/// <param name="TellAsync">Takes the queue's name and how many wait; told again while they wait.</param>
public sealed record GivenUpNotice(Func<string, int, CancellationToken, Task> TellAsync);
