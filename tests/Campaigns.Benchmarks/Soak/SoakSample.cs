namespace Campaigns.Benchmarks.Soak;

/// <summary>What the engine looked like at one moment.</summary>
/// <param name="At">How long after the load began.</param>
/// <param name="Memory">Memory that it held, in bytes.</param>
/// <param name="Heap">Its managed heap after the last collection, in bytes.</param>
/// <param name="Handles">Files and sockets that it had open.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="Waiting">Messages in its queues.</param>
/// <param name="OldestAge">How old the oldest of them was.</param>
/// <param name="Requests">Requests answered so far.</param>
/// <param name="Errors">Errors so far.</param>
internal sealed record SoakSample(TimeSpan At, long Memory, long Heap, int Handles, int Threads, int Waiting, TimeSpan OldestAge, long Requests, long Errors);
