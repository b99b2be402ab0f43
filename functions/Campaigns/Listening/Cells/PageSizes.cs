namespace Campaigns.Listening.Cells;

/// <summary>How large pages are.</summary>
/// <param name="SealFrom">An open page that would take more bytes is sealed: it is rewritten by every change, a sealed page never.</param>
/// <param name="Sealed">What is sealed at once is spread over pages of about this many bytes.</param>
internal readonly record struct PageSizes(int SealFrom, int Sealed)
{
    /// <summary>A full message is sealed as it comes; what comes in drops is rewritten in small pages. See <c>docs/decisions/0004-cells.md</c>.</summary>
    public static PageSizes Usual { get; } = new(32 * 1024, 160 * 1024);
}
