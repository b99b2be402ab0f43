using Azure;

namespace Campaigns.Local.Functions.Worker.Timers;

/// <summary>What is known of a timer by every host on the same storage.</summary>
/// <param name="Schedule">The schedule by which <paramref name="Next"/> was reckoned.</param>
/// <param name="Last">The occurrence that ran last.</param>
/// <param name="Next">The occurrence that runs next.</param>
/// <param name="Updated">When a run ended last.</param>
/// <param name="LeasedUntil">Until when one host has it to itself, while it runs.</param>
/// <param name="ETag">The version that was read: who writes with it was first.</param>
internal sealed record TimerRow(
    string Schedule, DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset? Updated, DateTimeOffset? LeasedUntil, ETag ETag);
