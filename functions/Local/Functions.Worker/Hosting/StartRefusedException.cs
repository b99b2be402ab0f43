namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>Why the host does not start: one sentence for each thing that is wrong.</summary>
internal sealed class StartRefusedException(IReadOnlyCollection<string> reasons, Exception? cause = null)
    : Exception(string.Join(Environment.NewLine, reasons), cause)
{
    public StartRefusedException(string reason, Exception? cause = null)
        : this([reason], cause)
    {
    }

    /// <summary>Throws where there is any reason.</summary>
    public static void ThrowIfAny(IReadOnlyCollection<string> reasons)
    {
        if (reasons.Count > 0)
        {
            throw new StartRefusedException(reasons);
        }
    }
}
