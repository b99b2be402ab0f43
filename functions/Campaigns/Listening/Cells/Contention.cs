namespace Campaigns.Listening.Cells;

/// <summary>
/// How long a process waits before it reads and writes a cell that others write too. A lost write makes the wait much longer, one that went
/// through a little shorter, so that all writers together settle where about three of four writes go through, however many writers there are
/// and however slow storage is. A cell that nobody else writes is never waited for.
/// </summary>
internal sealed class Contention
{
    private const double First = 20;
    private const double Longest = 10_000;
    private const double AfterLost = 4;
    private const double AfterWon = 0.7;

    private double longestWait;

    /// <summary>Whether others write the cell: what this process holds of it is likely to be old.</summary>
    public bool IsFelt => longestWait > 0;

    /// <summary>The next wait.</summary>
    /// <param name="luck">From 0 to 1: writers that lost at the same time must not come back at the same time.</param>
    public TimeSpan Wait(double luck) => TimeSpan.FromMilliseconds(longestWait * luck);

    /// <summary>Another writer was quicker.</summary>
    public void Lost() => longestWait = Math.Clamp(longestWait * AfterLost, First, Longest);

    /// <summary>The write went through.</summary>
    public void Won() => longestWait = longestWait * AfterWon < First / 2 ? 0 : longestWait * AfterWon;
}
