namespace Campaigns.Local.Functions.Worker.Queues;

/// <summary>How long to wait before an empty queue is asked again: twice as long each time, give or take a fifth, up to a limit.</summary>
internal sealed class PollingInterval(TimeSpan longest)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan current = Shortest;

    public void Reset() => current = Shortest;

    public TimeSpan Next()
    {
        var spread = 0.8 + (Random.Shared.NextDouble() * 0.4);
        var wait = current * spread;
        current = current * 2 < longest ? current * 2 : longest;
        return wait < Shortest ? Shortest : wait < longest ? wait : longest;
    }
}
